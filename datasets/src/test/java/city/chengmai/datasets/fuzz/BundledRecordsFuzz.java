package city.chengmai.datasets.fuzz;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.testing.fuzz.FuzzTarget;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Entries of the catalogue, of rules and of models, as YAML: refused with a reason, or whole. */
public final class BundledRecordsFuzz implements FuzzTarget {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().addModule(new JavaTimeModule()).build();
  private static final int LINES = 40;

  @Override
  public List<String> seeds() {
    List<String> seeds = new ArrayList<>();
    seeds.add("i" + beginning("/city/chengmai/datasets/catalogue/indicators.yaml"));
    seeds.add("r" + beginning("/city/chengmai/datasets/rule/rules.yaml"));
    seeds.add("m" + beginning("/city/chengmai/datasets/empowerment/models.yaml"));
    return seeds;
  }

  /** Entries at the beginning of the list that the file holds. */
  private static String beginning(String resource) {
    try (InputStream in = BundledRecordsFuzz.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .dropWhile(line -> !line.strip().startsWith("- "))
          .limit(LINES)
          .reduce("", (all, line) -> all + line + "\n");
    } catch (IOException e) {
      throw new IllegalStateException("reading " + resource, e);
    }
  }

  @Override
  public void take(byte[] input) {
    String text = FuzzTarget.text(input);
    if (text.isEmpty()) {
      return;
    }
    String yaml = text.substring(1);
    try {
      switch (text.charAt(0)) {
        case 'i' ->
            new Catalogue(nonNull(YAML.readValue(yaml, new TypeReference<List<Indicator>>() {})));
        case 'r' -> nonNull(YAML.readValue(yaml, new TypeReference<List<AlertRule>>() {}));
        default -> nonNull(YAML.readValue(yaml, new TypeReference<List<EmpowermentModel>>() {}));
      }
    } catch (IOException | IllegalArgumentException refused) {
      return;
    }
  }

  private static <T> List<T> nonNull(List<T> read) {
    return read == null ? List.of() : read.stream().filter(one -> one != null).toList();
  }
}

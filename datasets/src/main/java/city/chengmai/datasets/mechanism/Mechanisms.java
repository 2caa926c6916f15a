package city.chengmai.datasets.mechanism;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The declared mechanisms (机制) and the kinds of rows that they look at. Immutable. */
public final class Mechanisms {

  private static final String FILE = "mechanisms.yaml";

  private final Map<Source, Map<String, LocalName>> kinds;
  private final Map<String, Mechanism> mechanisms = new LinkedHashMap<>();

  Mechanisms(Map<Source, Map<String, LocalName>> kinds, List<Mechanism> mechanisms) {
    this.kinds = Map.copyOf(kinds);
    mechanisms.forEach(one -> this.mechanisms.put(one.id(), one));
  }

  /** The mechanisms shipped with the product. */
  public static Mechanisms bundled() {
    try (InputStream in = Mechanisms.class.getResourceAsStream(FILE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE + ": " + e.getMessage(), e);
    }
  }

  /**
   * Mechanisms in YAML.
   *
   * @throws IllegalArgumentException when a declaration does not fit: it names the mechanism, what
   *     was seen, what was expected
   */
  static Mechanisms read(InputStream yaml) throws IOException {
    MechanismFile file =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(yaml, MechanismFile.class);
    return new MechanismCheck(file).checked();
  }

  /** All in the order of the file. */
  public List<Mechanism> all() {
    return List.copyOf(mechanisms.values());
  }

  /** The mechanism of a row of the coverage table, if it is declared. */
  public Optional<Mechanism> find(String id) {
    return Optional.ofNullable(mechanisms.get(id));
  }

  /** Declared kinds of services, registers or demands with their names; none for cases. */
  public Map<String, LocalName> kinds(Source source) {
    return kinds.getOrDefault(source, Map.of());
  }
}

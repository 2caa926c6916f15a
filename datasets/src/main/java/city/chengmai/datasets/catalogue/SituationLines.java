package city.chengmai.datasets.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a grid must see, line by line.
 *
 * @param lines in the order of the page
 */
public record SituationLines(List<SituationLine> lines) {

  private static final String FILE = "situation.yaml";

  /** Checks that no line stands twice. */
  public SituationLines {
    lines = List.copyOf(lines);
    Set<String> ids = new HashSet<>();
    for (SituationLine line : lines) {
      if (!ids.add(line.id())) {
        throw new IllegalArgumentException(FILE + ": line " + line.id() + " stands twice");
      }
    }
  }

  /** The lines shipped with the product. */
  public static SituationLines bundled() {
    try (InputStream in = SituationLines.class.getResourceAsStream(FILE)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE + ": " + e.getMessage(), e);
    }
  }

  /**
   * Lines in YAML.
   *
   * @throws IOException when a key is unknown or the text is no YAML
   */
  static SituationLines read(InputStream yaml) throws IOException {
    return YAMLMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readValue(yaml, SituationLines.class);
  }

  /** All metrics, classes of cases or departments of the lines, each once. */
  public List<String> all(Function<SituationLine, List<String>> part) {
    return lines.stream().flatMap(line -> part.apply(line).stream()).distinct().toList();
  }
}

package city.chengmai.dashboard.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All figures of a bulletin. Equal contents read the same in every language. */
public record Content(List<Section> sections) {

  /**
   * A figure that differs between two editions.
   *
   * @param line words that name the line
   * @param before null when the line is new
   * @param now null when the line is gone
   */
  public record Difference(String section, String column, Cell line, Cell before, Cell now) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Copies the sections. */
  public Content {
    sections = List.copyOf(sections);
  }

  /** The section of this id. */
  public Optional<Section> section(String id) {
    return sections.stream().filter(section -> section.id().equals(id)).findFirst();
  }

  /** As text, to be kept. */
  public String json() {
    return write(this);
  }

  /** Reads what {@link #json} wrote. */
  public static Content parse(String json) {
    return read(json, Content.class);
  }

  /** Differences as text, to be kept. */
  public static String json(List<Difference> differences) {
    return differences.isEmpty() ? "" : write(differences.toArray(new Difference[0]));
  }

  /** Reads differences; none in an empty text. */
  public static List<Difference> differences(String json) {
    return json.isEmpty() ? List.of() : List.of(read(json, Difference[].class));
  }

  /** What this content tells otherwise than one before, cell by cell. */
  public List<Difference> since(Content before) {
    List<Difference> differences = new ArrayList<>();
    Map<String, Section> sections = new LinkedHashMap<>();
    before.sections().forEach(section -> sections.put(section.id(), section));
    this.sections.forEach(section -> sections.putIfAbsent(section.id(), section));
    for (String id : sections.keySet()) {
      compare(
          differences,
          before.section(id).orElse(Section.of(id, List.of(), List.of())),
          section(id).orElse(Section.of(id, List.of(), List.of())));
    }
    return differences;
  }

  private static void compare(List<Difference> differences, Section before, Section now) {
    Map<String, Section.Line> old = byKey(before);
    Map<String, Section.Line> fresh = byKey(now);
    old.forEach((key, line) -> compare(differences, before, now, line, fresh.get(key)));
    fresh.forEach(
        (key, line) -> {
          if (!old.containsKey(key)) {
            compare(differences, before, now, null, line);
          }
        });
  }

  private static void compare(
      List<Difference> differences,
      Section before,
      Section now,
      Section.Line old,
      Section.Line line) {
    Cell name = (line == null ? old : line).cells().get(0);
    List<String> columns = line == null ? before.columns() : now.columns();
    // A line that came or went is one difference, not one a column.
    int last = line == null || old == null ? Math.min(2, columns.size()) : columns.size();
    for (int i = 1; i < last; i++) {
      Cell then = old == null ? null : at(before, old, columns.get(i));
      Cell told = line == null ? null : line.cells().get(i);
      if (then == null ? told != null : !then.equals(told)) {
        differences.add(new Difference(now.id(), columns.get(i), name, then, told));
      }
    }
  }

  private static Cell at(Section section, Section.Line line, String column) {
    int index = section.columns().indexOf(column);
    return index < 0 ? null : line.cells().get(index);
  }

  private static Map<String, Section.Line> byKey(Section section) {
    Map<String, Section.Line> lines = new LinkedHashMap<>();
    section.lines().forEach(line -> lines.put(line.key(), line));
    return lines;
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("figures of a bulletin are no JSON", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "figures of a bulletin cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}

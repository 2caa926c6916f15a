package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A row of {@code suggested_measures} as a question found it.
 *
 * @param kind of measure
 * @param finding what it is known by within the kind
 * @param columns column names and values that the question gives
 */
record MeasureRow(String kind, String finding, Map<String, Object> columns) {

  private static final List<String> NUMBERS =
      List.of("score", "baseline", "expected", "expected_lower", "expected_upper");
  private static final List<String> OUTCOMES =
      List.of("measured_on", "observed", "effect", "effect_lower", "effect_upper");
  private static final Set<String> EVIDENCE_IS_THE_TASK = Set.of("hand-over", "visit");
  private static final double STEPS = 1e6;

  /** A measure is never suggested without rows behind it. */
  static MeasureRow of(String kind, ObjectNode row, String root) {
    List<String> evidence = new ArrayList<>();
    row.get("evidence").forEach(id -> evidence.add(id.asText()));
    String finding = row.get("finding").asText();
    if (evidence.isEmpty()) {
      throw new IllegalStateException("suggestion " + kind + " " + finding + " has no evidence");
    }
    Map<String, String> details = new LinkedHashMap<>();
    row.get("details")
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().asText()));
    Map<String, Object> columns = new LinkedHashMap<>();
    String area = row.get("area").asText();
    columns.put("area_id", area.isEmpty() ? root : area);
    columns.put("subject", row.get("subject").asText());
    columns.put("evidence", evidence);
    columns.put("evidence_total", row.get("evidence_total").asInt());
    columns.put("details", details);
    NUMBERS.forEach(name -> columns.put(name, number(row.get(name))));
    return new MeasureRow(kind, finding, columns);
  }

  private static Object number(JsonNode value) {
    return value == null || value.isNull() ? null : Math.rint(value.asDouble() * STEPS) / STEPS;
  }

  /** The whole row: it goes on, or begins today. */
  Map<String, Object> on(Map<String, Object> before, LocalDate today, RunContext run) {
    Map<String, Object> row = new LinkedHashMap<>(columns);
    boolean begins = before.isEmpty();
    row.put(
        "measure_id",
        begins ? String.join("|", kind, finding, today.toString()) : before.get("measure_id"));
    row.put("kind", kind);
    row.put("first_day", begins ? today.toString() : before.get("first_day"));
    row.put("last_day", today.toString());
    row.put("ended_day", null);
    row.put("made_at", begins ? Stamp.text(run.city().knownUntil()) : before.get("made_at"));
    OUTCOMES.forEach(name -> row.put(name, before.get(name)));
    return row;
  }

  /** A row that was decided about says what was said then; it only goes on. */
  static Map<String, Object> frozen(Map<String, Object> before, LocalDate today) {
    Map<String, Object> row = new LinkedHashMap<>(before);
    row.put("last_day", today.toString());
    row.put("ended_day", null);
    return row;
  }

  /** Whether people would have to be asked again: there are hits or appeals not decided about. */
  boolean isMoreThan(Map<String, Object> before) {
    return EVIDENCE_IS_THE_TASK.contains(kind)
        && !((List<?>) before.get("evidence")).containsAll((List<?>) columns.get("evidence"));
  }

  /** What makes two rows differ: not when they were written. */
  static Map<String, String> content(Map<String, Object> row) {
    Map<String, String> content = new LinkedHashMap<>();
    row.keySet().stream()
        .filter(name -> !name.equals("version") && !name.equals("data_as_of"))
        .sorted()
        .forEach(name -> content.put(name, text(row.get(name))));
    return content;
  }

  /** Whole numbers and others are told alike, also within lists and maps. */
  private static String text(Object value) {
    if (value instanceof Number number) {
      return String.valueOf(number.doubleValue());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(MeasureRow::text).toList().toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> texts = new TreeMap<>();
      map.forEach((name, one) -> texts.put(String.valueOf(name), text(one)));
      return texts.toString();
    }
    return String.valueOf(value);
  }

  static StoredRow stored(Map<String, Object> row) {
    return () -> row;
  }
}

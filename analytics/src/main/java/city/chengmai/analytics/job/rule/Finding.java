package city.chengmai.analytics.job.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the question of a rule found, see the package page.
 *
 * @param key what it is known by within the rule
 * @param continues key of the finding before, empty when none
 * @param severity notice, warning, alarm
 * @param area area id
 * @param start of the period
 * @param end of the period, exclusive
 * @param knownAt when it could be known first
 * @param overAt when its cause was or will be gone
 * @param fromMissing whether it rests on something that did not come
 * @param evidence keys of the rows behind it
 * @param evidenceTotal number of all of them
 * @param columns the other columns of table {@code alerts} by name
 */
public record Finding(
    String key,
    String continues,
    String severity,
    String area,
    Instant start,
    Instant end,
    Instant knownAt,
    Optional<Instant> overAt,
    boolean fromMissing,
    List<String> evidence,
    long evidenceTotal,
    Map<String, Object> columns) {

  private static final Set<String> NEEDED =
      Set.of(
          "finding",
          "severity",
          "area",
          "period_start",
          "period_end",
          "known_at",
          "observed",
          "evidence",
          "evidence_total");
  private static final List<String> NUMBERS =
      List.of("observed", "expected", "upper", "longitude", "latitude", "radius");
  private static final Set<String> OTHERS =
      Set.of("continues", "areas", "category", "subject", "over_at", "details", "from_missing");

  /**
   * A row of an answer.
   *
   * @param root area of what has none
   * @throws IllegalArgumentException when a column is missing or unknown
   */
  static Finding of(ObjectNode row, String root) {
    check(row);
    Map<String, Object> columns = new LinkedHashMap<>();
    for (String number : NUMBERS) {
      columns.put(number, isNull(row, number) ? null : row.get(number).asDouble());
    }
    columns.put("category", text(row, "category"));
    columns.put("subject", text(row, "subject"));
    columns.put("areas", texts(row, "areas"));
    columns.put("details", details(row));
    String area = text(row, "area");
    return new Finding(
        text(row, "finding"),
        text(row, "continues"),
        text(row, "severity"),
        area.isEmpty() ? root : area,
        Moments.of(row.get("period_start")),
        Moments.of(row.get("period_end")),
        Moments.of(row.get("known_at")),
        isNull(row, "over_at") ? Optional.empty() : Optional.of(Moments.of(row.get("over_at"))),
        row.path("from_missing").asInt() != 0,
        texts(row, "evidence"),
        row.get("evidence_total").asLong(),
        columns);
  }

  private static void check(ObjectNode row) {
    Set<String> missing = new TreeSet<>(NEEDED);
    Set<String> unknown = new TreeSet<>();
    row.fieldNames()
        .forEachRemaining(
            name -> {
              if (!missing.remove(name) && !NUMBERS.contains(name) && !OTHERS.contains(name)) {
                unknown.add(name);
              }
            });
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "its answer lacks columns " + missing + " and has unknown ones " + unknown);
    }
  }

  private static boolean isNull(ObjectNode row, String column) {
    return !row.hasNonNull(column);
  }

  private static String text(ObjectNode row, String column) {
    return row.path(column).asText("");
  }

  private static List<String> texts(ObjectNode row, String column) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : row.path(column)) {
      texts.add(text.asText());
    }
    return texts;
  }

  private static Map<String, String> details(ObjectNode row) {
    Map<String, String> details = new LinkedHashMap<>();
    row.path("details")
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().asText()));
    return details;
  }
}

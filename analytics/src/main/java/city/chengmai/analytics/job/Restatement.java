package city.chengmai.analytics.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts down what a published value was before it changed (更正记录). The key holds the version of the
 * row that was replaced, so that the same correction is put down once however often it is tried.
 */
final class Restatement implements Serializable {

  static final String TABLE = "restatements";

  private static final long serialVersionUID = 1L;
  private static final String LATE_DATA = "late-data";
  private static final String DEFINITION = "definition";

  private final Stamp stamp;
  private final HashMap<Long, Long> redefined;

  /**
   * Restatements of a run.
   *
   * @param stamp of the run
   * @param redefined for scores: days on which indicators were restated because of another
   *     definition, in days since 1970-01-01, with the latest version that did
   */
  Restatement(Stamp stamp, Map<Long, Long> redefined) {
    this.stamp = stamp;
    this.redefined = new HashMap<>(redefined);
  }

  Map<String, Object> columns(PublishedRows rows, Object[] before, Object[] now) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("area_id", rows.text(now, "area_id"));
    columns.put("measure", rows.measure(now));
    columns.put("period", rows.period(now));
    columns.put("day", rows.day(now));
    figures(columns, "old_", rows, before);
    columns.put("old_version", rows.whole(before, "version"));
    figures(columns, "new_", rows, now);
    columns.put("reason", reason(rows, before, now));
    columns.put("restated_at", stamp.computedAt());
    columns.put("version", stamp.version());
    return columns;
  }

  private static void figures(
      Map<String, Object> columns, String prefix, PublishedRows rows, Object[] row) {
    columns.put(prefix + "numerator", rows.count(row, "numerator"));
    columns.put(prefix + "denominator", rows.count(row, "denominator"));
    columns.put(prefix + "value", rows.value(row));
    columns.put(prefix + "state", rows.state(row));
    columns.put(prefix + "data_as_of", Instant.ofEpochMilli(rows.whole(row, "data_as_of")));
  }

  private String reason(PublishedRows rows, Object[] before, Object[] now) {
    long latest = redefined.getOrDefault(rows.day(now).toEpochDay(), 0L);
    boolean otherDefinition =
        rows.definition(before) != rows.definition(now) || latest > rows.whole(before, "version");
    return otherDefinition ? DEFINITION : LATE_DATA;
  }
}

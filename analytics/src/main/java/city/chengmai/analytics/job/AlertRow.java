package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.datasets.rule.AlertRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code alerts}.
 *
 * @param columns column names and values
 */
record AlertRow(Map<String, Object> columns) implements StoredRow {

  /**
   * What an alert is about.
   *
   * @param id derived from rule, area, category and period, so that a rerun overwrites
   * @param area area id
   * @param category empty when the rule has none
   * @param start of the period
   * @param end of the period, exclusive
   */
  record Subject(String id, String area, String category, Instant start, Instant end) {}

  /**
   * The rows behind an alert.
   *
   * @param cases first case ids
   * @param total number of all
   */
  record Evidence(List<String> cases, long total) {}

  static AlertRow of(
      AlertRule rule,
      Subject subject,
      String severity,
      Map<String, Object> figures,
      Evidence evidence,
      Stamp stamp) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("alert_id", subject.id());
    columns.put("rule", rule.id());
    columns.put("severity", severity);
    columns.put("area_id", subject.area());
    columns.put("category", subject.category());
    columns.put("period_start", Stamp.text(subject.start()));
    columns.put("period_end", Stamp.text(subject.end()));
    columns.putAll(figures);
    columns.put("method", rule.method());
    columns.put("method_version", rule.version());
    columns.put("evidence", evidence.cases());
    columns.put("evidence_total", evidence.total());
    columns.put("state", "open");
    columns.put("raised_at", Stamp.text(stamp.computedAt()));
    columns.put("cleared_at", null);
    columns.put("data_as_of", Stamp.text(stamp.dataAsOf()));
    columns.put("version", stamp.version());
    return new AlertRow(columns);
  }

  String id() {
    return (String) columns.get("alert_id");
  }

  /** A text column; empty where the row has none. */
  String text(String column) {
    Object value = columns.get(column);
    return value == null ? "" : (String) value;
  }

  /** A further number or name; empty where the row has none. */
  String detail(String name) {
    return columns.get("details") instanceof Map<?, ?> details && details.get(name) != null
        ? (String) details.get(name)
        : "";
  }

  /** Whether it is about one hour. */
  boolean isHourly() {
    return detail("cadence").equals("hour");
  }

  /** The row with further numbers and names. */
  AlertRow withDetails(Map<String, String> details) {
    return with("details", details);
  }

  boolean isOpen() {
    return "open".equals(columns.get("state"));
  }

  Instant periodStart() {
    return Stamp.moment((String) columns.get("period_start"));
  }

  Instant periodEnd() {
    return Stamp.moment((String) columns.get("period_end"));
  }

  /** The same alert, over since a moment. */
  AlertRow cleared(Instant since, Stamp stamp) {
    return with("state", "cleared")
        .with("cleared_at", Stamp.text(since))
        .with("version", stamp.version());
  }

  AlertRow with(String column, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(columns);
    changed.put(column, value);
    return new AlertRow(changed);
  }
}

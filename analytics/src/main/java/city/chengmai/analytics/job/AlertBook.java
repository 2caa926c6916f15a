package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The alerts of a rule that are open before a run. Bringing them up to date keeps the moment an
 * alert was first raised, and clears what the run no longer finds.
 */
final class AlertBook {

  /** Among the details of an alert that a later run did not find any more. */
  private static final String TAKEN_BACK = "taken-back";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, AlertRow> open = new LinkedHashMap<>();

  private AlertBook() {}

  /** The open alerts of a rule whose period begins within these days. */
  static AlertBook read(RunContext run, String rule, DaySpan days) {
    ClickHouseQuery query =
        ClickHouseQuery.of(
                "SELECT * FROM alerts FINAL WHERE rule = {rule:String} AND state = 'open'"
                    + " AND period_start >= {from:DateTime64(3, 'UTC')}"
                    + " AND period_start < {to:DateTime64(3, 'UTC')}")
            .with("rule", rule)
            .with("from", run.city().startOf(days.from()))
            .with("to", run.city().startOf(days.to()));
    return read(run, query);
  }

  /**
   * The open alerts of a rule whose period ends within these days, their last midnight included.
   */
  static AlertBook ending(RunContext run, String rule, DaySpan days) {
    return read(run, ending(run, rule, days, "state = 'open'"));
  }

  /**
   * The alerts of a rule whose period ended within these days and that were true, open or not:
   * those that a run took back are not among them.
   */
  static AlertBook standing(RunContext run, String rule, DaySpan days) {
    return read(run, ending(run, rule, days, "NOT mapContains(details, '" + TAKEN_BACK + "')"));
  }

  private static ClickHouseQuery ending(
      RunContext run, String rule, DaySpan days, String condition) {
    return ClickHouseQuery.of(
            "SELECT * FROM alerts FINAL WHERE rule = {rule:String}"
                + " AND period_end > {from:DateTime64(3, 'UTC')}"
                + " AND period_end <= {to:DateTime64(3, 'UTC')} AND "
                + condition)
        .with("rule", rule)
        .with("from", run.city().startOf(days.from()))
        .with("to", run.city().startOf(days.to()));
  }

  /** All open alerts of a rule. */
  static AlertBook read(RunContext run, String rule) {
    return read(
        run,
        ClickHouseQuery.of(
                "SELECT * FROM alerts FINAL WHERE rule = {rule:String} AND state = 'open'")
            .with("rule", rule));
  }

  /** The groups of a rule's alerts whose period begins before a moment, by alert id. */
  static Map<String, String> groups(RunContext run, String rule, Instant before) {
    ClickHouseQuery query =
        ClickHouseQuery.of(
                "SELECT alert_id, group_id FROM alerts FINAL WHERE rule = {rule:String}"
                    + " AND group_id != '' AND period_start < {before:DateTime64(3, 'UTC')}")
            .with("rule", rule)
            .with("before", before);
    Map<String, String> groups = new HashMap<>();
    try (ClickHouseClient client = run.store().client()) {
      client
          .rows(query)
          .forEach(row -> groups.put(row.get("alert_id").asText(), row.get("group_id").asText()));
    }
    return groups;
  }

  private static AlertBook read(RunContext run, ClickHouseQuery query) {
    AlertBook book = new AlertBook();
    try (ClickHouseClient client = run.store().client()) {
      for (ObjectNode row : client.rows(query)) {
        AlertRow alert = new AlertRow(JSON.convertValue(row, new TypeReference<>() {}));
        book.open.put(alert.id(), alert);
      }
    }
    return book;
  }

  /** Keeps the alerts that the run has looked at. */
  AlertBook only(Predicate<AlertRow> lookedAt) {
    open.values().removeIf(lookedAt.negate());
    return this;
  }

  /** The alerts as they stand in the table. */
  List<AlertRow> rows() {
    return List.copyOf(open.values());
  }

  /** The rows to write: those found, and those found no longer. */
  List<AlertRow> update(List<AlertRow> found, Stamp stamp) {
    List<AlertRow> rows = new ArrayList<>();
    Map<String, AlertRow> gone = new LinkedHashMap<>(open);
    for (AlertRow row : found) {
      AlertRow before = gone.remove(row.id());
      rows.add(before == null ? row : row.with("raised_at", before.columns().get("raised_at")));
    }
    for (AlertRow row : gone.values()) {
      rows.add(row.with("details", takenBack(row)).cleared(stamp.computedAt(), stamp));
    }
    return rows;
  }

  private static Map<Object, Object> takenBack(AlertRow row) {
    Map<Object, Object> details = new LinkedHashMap<>();
    if (row.columns().get("details") instanceof Map<?, ?> before) {
      details.putAll(before);
    }
    details.put(TAKEN_BACK, "1");
    return details;
  }
}

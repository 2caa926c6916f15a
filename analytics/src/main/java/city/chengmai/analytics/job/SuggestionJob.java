package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Suggested measures (建议): one question for each kind, asked of open alerts, hits, portraits,
 * appeals and proposals as they stand. A measure whose cause goes on stays the same row; one whose
 * cause is gone is ended and never taken away, and what people decided stands in a table of its
 * own. What was decided about stays as it was then; further hits or appeals begin another measure.
 * Four weeks after it was accepted, what came of it is added.
 */
final class SuggestionJob implements Job {

  private static final String TABLE = "suggested_measures";
  private static final List<String> KINDS =
      List.of("extra-patrol", "class-fix", "hand-over", "visit", "threshold");

  /** As long without its cause, it is another measure. */
  private static final int QUIET_DAYS = 14;

  /** A longer question is refused by the store, which is then not taken for being away. */
  private static final int MOST_SECONDS = 60;

  private static final double NORMAL_95 = 1.96;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String name() {
    return "suggestions";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    try (ClickHouseClient client = run.store().client()) {
      LocalDate today =
          run.city().knownUntil().minusMillis(1).atZone(run.city().zone()).toLocalDate();
      Map<String, Map<String, Object>> before = standing(client);
      Set<String> decided = decided(client);
      Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
      for (String kind : KINDS) {
        for (ObjectNode found : ask(run, client, kind)) {
          MeasureRow row = MeasureRow.of(kind, found, run.city().areas().root().id());
          Map<String, Object> same = goesOn(before, decided, row, today);
          Map<String, Object> columns =
              decided.contains((String) same.get("measure_id"))
                  ? MeasureRow.frozen(same, today)
                  : row.on(same, today, run);
          rows.put((String) columns.get("measure_id"), columns);
        }
      }
      before.forEach((id, row) -> rows.computeIfAbsent(id, any -> ended(row, today)));
      measure(run, client, rows);
      List<Map<String, Object>> changed =
          rows.values().stream().filter(differsFrom(before)).toList();
      changed.forEach(row -> row.put("version", run.stamp().version()));
      changed.forEach(row -> row.put("data_as_of", Stamp.text(run.stamp().dataAsOf())));
      return TableWriter.write(
          run.store(), TABLE, changed.stream().map(MeasureRow::stored).iterator());
    }
  }

  private static List<ObjectNode> ask(RunContext run, ClickHouseClient client, String question) {
    return client.rows(
        ClickHouseQuery.of(QueryText.read("suggestion/" + question + ".sql"))
            .with("zone", run.city().zone().getId())
            .with("first_day", run.city().firstDay())
            .with("until", run.city().knownUntil())
            .setting("max_execution_time", MOST_SECONDS));
  }

  private static Map<String, Map<String, Object>> standing(ClickHouseClient client) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    for (ObjectNode row :
        client.rows("SELECT * FROM suggested_measures FINAL ORDER BY first_day, measure_id")) {
      Map<String, Object> columns =
          JSON.convertValue(row, new TypeReference<LinkedHashMap<String, Object>>() {});
      rows.put((String) columns.get("measure_id"), columns);
    }
    return rows;
  }

  private static Set<String> decided(ClickHouseClient client) {
    return client.rows("SELECT DISTINCT measure_id FROM measure_decisions FINAL").stream()
        .map(row -> row.get("measure_id").asText())
        .collect(Collectors.toSet());
  }

  /** The row that a finding continues, the latest of several; empty when it begins another one. */
  private static Map<String, Object> goesOn(
      Map<String, Map<String, Object>> before,
      Set<String> decided,
      MeasureRow found,
      LocalDate today) {
    String prefix = found.kind() + "|" + found.finding() + "|";
    return before.values().stream()
        .filter(row -> ((String) row.get("measure_id")).startsWith(prefix))
        .filter(
            row ->
                !LocalDate.parse((String) row.get("last_day")).plusDays(QUIET_DAYS).isBefore(today))
        .filter(
            row ->
                !decided.contains((String) row.get("measure_id"))
                    || !found.isMoreThan(row)
                    || row.get("first_day").equals(today.toString()))
        .reduce((earlier, later) -> later)
        .orElse(Map.of());
  }

  private static Map<String, Object> ended(Map<String, Object> row, LocalDate today) {
    Map<String, Object> copy = new LinkedHashMap<>(row);
    if (row.get("ended_day") == null) {
      copy.put("ended_day", today.toString());
    }
    return copy;
  }

  private static void measure(
      RunContext run, ClickHouseClient client, Map<String, Map<String, Object>> rows) {
    for (ObjectNode outcome : ask(run, client, "outcomes")) {
      Map<String, Object> row = rows.get(outcome.get("measure_id").asText());
      if (row != null && row.get("measured_on") == null) {
        double effect = outcome.get("effect").asDouble();
        double margin = NORMAL_95 * outcome.get("error").asDouble();
        row.put("measured_on", outcome.get("measured_on").asText());
        row.put("observed", outcome.get("observed").asDouble());
        row.put("effect", effect);
        row.put("effect_lower", effect - margin);
        row.put("effect_upper", effect + margin);
      }
    }
  }

  private static Predicate<Map<String, Object>> differsFrom(
      Map<String, Map<String, Object>> before) {
    return row -> {
      Map<String, Object> old = before.get((String) row.get("measure_id"));
      return old == null || !MeasureRow.content(old).equals(MeasureRow.content(row));
    };
  }

  /** The questions that measures come from. */
  static List<String> kinds() {
    return new ArrayList<>(KINDS);
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/** Says what moved each score since the day 30 days before, indicator by indicator. */
final class ChangeJob implements Job {

  @Override
  public String name() {
    return "portrait-changes";
  }

  @Override
  public boolean derived() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    long version = run.stamp().version();
    JavaRDD<ChangeRow> changes =
        run.reader()
            .read(QueryText.of("score_changes.sql", days(run)), "area")
            .javaRDD()
            .map(row -> ChangeRow.of(row, version));
    long written = TableWriter.write(run.store(), "portrait_changes", changes);
    return written + TableWriter.write(run.store(), "portrait_changes", gone(run).iterator());
  }

  /** Rows that an earlier run wrote and this one no longer has reason to, as zeros. */
  private static List<ChangeRow> gone(RunContext run) {
    String query =
        "SELECT area_id, toInt32(day) AS day_number, dimension, indicator"
            + " FROM portrait_changes FINAL WHERE day >= toDate('"
            + run.days().from()
            + "') AND day < toDate('"
            + run.days().to()
            + "') AND version < "
            + run.stamp().version()
            + " AND (value_points != 0 OR weight_points != 0)";
    try (ClickHouseClient client = run.store().client()) {
      return client.rows(query).stream()
          .map(
              row ->
                  new ChangeRow.Key(
                      row.get("area_id").asText(),
                      row.get("day_number").asInt(),
                      row.get("dimension").asText(),
                      row.get("indicator").asText()))
          .map(key -> ChangeRow.nothing(key, run.stamp().version()))
          .toList();
    }
  }

  private static Map<String, String> days(RunContext run) {
    LocalDate from = run.days().from();
    return Map.of(
        "from", from.toString(),
        "to", run.days().to().toString(),
        "earlier", from.minusDays(ChangeRow.DAYS).toString());
  }
}

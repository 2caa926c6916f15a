package city.chengmai.analytics.job;

import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Special periods as rows. */
final class SpecialPeriodRows {

  private static final String RETIRE =
      "INSERT INTO special_periods SELECT * REPLACE (0 AS declared, {version:UInt64} AS version)"
          // A query of its own: the replaced column would hide the stored one.
          + " FROM (SELECT * FROM special_periods FINAL"
          + " WHERE declared = 1 AND NOT has({ids:Array(String)}, period_id))";

  private SpecialPeriodRows() {}

  /** Marks periods that are gone from the declaration. */
  static void retire(ClickHouseClient client, List<SpecialPeriod> declared, Stamp stamp) {
    client.execute(
        ClickHouseQuery.of(RETIRE)
            .with("version", stamp.version())
            .with("ids", declared.stream().map(SpecialPeriod::id).toList()));
  }

  static List<PlannedRow> of(List<SpecialPeriod> declared, Stamp stamp) {
    return declared.stream().map(period -> row(period, stamp)).toList();
  }

  private static PlannedRow row(SpecialPeriod period, Stamp stamp) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("period_id", period.id());
    columns.put("name_zh", period.name().zh());
    columns.put("name_en", period.name().en());
    columns.put("first_day", period.from().toString());
    columns.put("end_day", period.until().toString());
    columns.put("areas", period.areas());
    columns.put("comparison_zh", period.comparison().zh());
    columns.put("comparison_en", period.comparison().en());
    columns.put("comparison_from", period.comparisonFrom().toString());
    columns.put("comparison_to", period.comparisonUntil().toString());
    Map<String, Double> overrides = new TreeMap<>();
    period
        .rules()
        .forEach(
            (rule, numbers) ->
                numbers.forEach((name, number) -> overrides.put(rule + "." + name, number)));
    columns.put("overrides", overrides);
    columns.put("declared", 1);
    columns.put("version", stamp.version());
    return new PlannedRow(columns);
  }
}

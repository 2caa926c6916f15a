package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left behind when a value changes that people have read. */
class RestatementIT {

  private static final Instant NOW = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();

  /** Every published value: key, figures, whether its window was over, version. */
  private static final String VALUES =
      """
      SELECT concat(indicator, ' ', area_id, ' day ', toString(day)) AS key,
             toString(tuple(numerator, denominator, value, state)) AS figures,
             data_as_of >= toDateTime64(day + 1, 3, 'Asia/Shanghai') AS published, version
      FROM indicator_1d FINAL
      UNION ALL
      SELECT concat(indicator, ' ', area_id, ' 30-days ', toString(day)),
             toString(tuple(numerator, denominator, value, state)),
             data_as_of >= toDateTime64(day + 1, 3, 'Asia/Shanghai'), version
      FROM indicator_30d FINAL
      UNION ALL
      SELECT concat(indicator, ' ', area_id, ' ', period, ' ', toString(period_start)),
             toString(tuple(numerator, denominator, value, state)),
             data_as_of >= toDateTime64(multiIf(period = 'week', addWeeks(period_start, 1),
                 period = 'month', addMonths(period_start, 1), period = 'quarter', addMonths(period_start, 3),
                 addYears(period_start, 1)), 3, 'Asia/Shanghai'), version
      FROM indicator_periods FINAL
      UNION ALL
      SELECT concat('portrait.', dimension, ' ', area_id, ' 30-days ', toString(day)),
             toString(tuple(CAST(NULL, 'Nullable(Float64)'), CAST(NULL, 'Nullable(Float64)'), score,
                 if(isNull(score), 'insufficient', 'measured'))),
             data_as_of >= toDateTime64(day + 1, 3, 'Asia/Shanghai'), version
      FROM portraits FINAL
      """;

  private static final String RESTATED =
      """
      SELECT concat(measure, ' ', area_id, ' ', period, ' ', toString(day)) AS key,
             concat(toString(tuple(old_numerator, old_denominator, old_value, old_state)), ' -> ',
                    toString(tuple(new_numerator, new_denominator, new_value, new_state))) AS figures
      FROM restatements FINAL WHERE %s
      """;

  private EngineFixture engine;
  private ClickHouseClient client;

  @BeforeEach
  void compute() {
    engine = new EngineFixture();
    client = engine.store().client();
    SmallCity.describe(engine.store());
    SmallCity.writeCases(engine.store(), SmallCity.cases(7, 600), 1);
    SmallCity.writeOrders(engine.store(), SmallCity.orders(8, 300));
    run(1_000);
  }

  @AfterEach
  void stop() {
    client.close();
    engine.close();
  }

  @Test
  void aLateEventLeavesExactlyTheRestatementsOfWhatItTouched() {
    Map<String, ObjectNode> before = values();
    assertThat(restated("1")).as("nothing was published before").isEmpty();

    late("late-1", "2025-04-01 04:00:00");
    run(2_000);

    Map<String, ObjectNode> after = values();
    Map<String, String> expected = new TreeMap<>();
    Set<String> rewritten = new TreeSet<>();
    for (Map.Entry<String, ObjectNode> value : after.entrySet()) {
      ObjectNode old = before.get(value.getKey());
      boolean published = old.get("published").asInt() == 1;
      String change =
          old.get("figures").asText() + " -> " + value.getValue().get("figures").asText();
      if (published && !old.get("figures").equals(value.getValue().get("figures"))) {
        expected.put(value.getKey(), change);
      }
      if (published && value.getValue().get("version").asLong() == 2_000) {
        rewritten.add(value.getKey());
      }
    }
    assertThat(expected)
        .containsKey("M01 g1 day 2025-04-01")
        .containsKey("M01 city 30-days 2025-04-30")
        .containsKey("M01 city month 2025-04-01")
        .doesNotContainKey("M01 city year 2025-01-01");
    assertThat(restated("reason = 'late-data' AND old_version = 1000")).isEqualTo(expected);
    assertThat(restated("1")).isEqualTo(expected);
    assertThat(rewritten).as("rows computed anew").containsAll(expected.keySet());
    assertThat(rewritten.stream().filter(key -> key.contains(" g3 ") && key.startsWith("M0")))
        .as("areas that the event lies outside of")
        .isEmpty();

    run(3_000);
    assertThat(restated("1")).as("a rerun adds none").isEqualTo(expected);
    assertThat(values().keySet()).isEqualTo(after.keySet());
  }

  @Test
  void anotherDefinitionIsNamedAsTheReason() {
    // As if all had been computed by the definition before.
    update(
        "ALTER TABLE indicator_30d UPDATE definition_version = 0, numerator = numerator + 1"
            + " WHERE indicator = 'M04' AND area_id = 'g1' AND day = '2025-04-20'");
    update(
        "ALTER TABLE portraits UPDATE score = score + 1"
            + " WHERE area_id = 'g1' AND day = '2025-04-20' AND dimension = 'management'");
    update(
        "ALTER TABLE portraits UPDATE score = score + 1"
            + " WHERE area_id = 'g1' AND day = '2025-04-21' AND dimension = 'management'");
    run(2_000);

    assertThat(restated("reason = 'definition'").keySet())
        .containsExactly("M04 g1 30-days 2025-04-20", "portrait.management g1 30-days 2025-04-20");
    assertThat(restated("reason = 'late-data'").keySet())
        .containsExactly("portrait.management g1 30-days 2025-04-21");
  }

  @Test
  void afterAFailureNothingCountsAsUnchanged() {
    AnalyticsRun analytics = analytics(2_000);
    RunContext run = analytics.context(Optional.empty(), analytics.mark());
    Publisher publisher = run.publisher();
    JavaRDD<IndicatorRow> failing =
        run.context().parallelize(List.of(1), 1).map(RestatementIT::fail);
    assertThat(publisher.firstChanged(PublishedTable.INDICATOR_30D)).isEmpty();

    assertThatThrownBy(() -> publisher.publish(run, PublishedTable.INDICATOR_30D, failing))
        .hasMessageContaining("the store went away");

    assertThat(publisher.firstChanged(PublishedTable.INDICATOR_30D)).contains(LocalDate.MIN);
    publisher.forget();
    assertThat(publisher.firstChanged(PublishedTable.INDICATOR_30D)).isEmpty();
  }

  private void late(String id, String moment) {
    client.execute(
        "INSERT INTO cases (case_id, grid, category, stage, reported_at, accepted_at, filed_at,"
            + " due_at, disposed_at, closed_at, updated_at, recorded_at, version)"
            + (" SELECT '%s', 'g1', 'x', 'closed', at, at, at, at + INTERVAL 2 DAY,"
                    + " at + INTERVAL 1 DAY, at + INTERVAL 1 DAY, at,"
                    + " toDateTime64('2025-05-11 00:00:00', 3, 'UTC'), 1"
                    + " FROM (SELECT toDateTime64('%s', 3, 'UTC') AS at)")
                .formatted(id, moment));
  }

  private void update(String mutation) {
    client.execute(ClickHouseQuery.of(mutation).setting("mutations_sync", 1));
  }

  private Map<String, ObjectNode> values() {
    Map<String, ObjectNode> values = new TreeMap<>();
    client.rows(VALUES).forEach(row -> values.put(row.get("key").asText(), row));
    return values;
  }

  private Map<String, String> restated(String condition) {
    Map<String, String> restated = new TreeMap<>();
    List<ObjectNode> rows = client.rows(RESTATED.formatted(condition));
    rows.forEach(row -> restated.put(row.get("key").asText(), row.get("figures").asText()));
    assertThat(restated).hasSameSizeAs(rows);
    return restated;
  }

  private void run(long version) {
    analytics(version).run(Optional.empty(), Progress.SILENT);
  }

  private AnalyticsRun analytics(long version) {
    return new AnalyticsRun(
        engine.spark(),
        engine.store(),
        2,
        city -> HolidayCalendars.named("none"),
        CityTime.fixed(CityClock.parse("fixed:" + NOW)),
        InstantSource.fixed(Instant.ofEpochMilli(version)));
  }

  private static IndicatorRow fail(int part) {
    throw new IllegalStateException("the store went away before part " + part);
  }
}

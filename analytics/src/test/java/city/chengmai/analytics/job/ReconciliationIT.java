package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored totals that are wrong are told, and told no longer once they are right again. */
class ReconciliationIT {

  private static final Instant NOW = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();

  private static final YearMonth WRONG = YearMonth.of(2025, 4);

  private static EngineFixture engine;
  private static ClickHouseClient client;
  private static long version = 1_000;

  @BeforeAll
  static void start() {
    engine = new EngineFixture();
    client = engine.store().client();
    SmallCity.describe(engine.store());
    SmallCity.writeCases(engine.store(), SmallCity.cases(7, 400), 1);
    SmallCity.writeOrders(engine.store(), SmallCity.orders(8, 200));
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @BeforeEach
  void computeAnew() {
    runner().run(Optional.empty(), Progress.SILENT);
    assertThat(open()).isEmpty();
  }

  @Test
  void aTotalThatIsNotTheSumOfItsPartsIsAnAlertUntilItIsComputedAgain() {
    corrupt(
        "indicator_30d", "denominator = denominator + 1", "indicator = 'M04' AND area_id = 'city'");
    reconcile();

    assertThat(open()).singleElement().satisfies(ReconciliationIT::isAboutTheCity);

    reconcile();
    assertThat(open()).as("looked at twice, told once").hasSize(1);

    runner().run(Optional.empty(), Progress.SILENT);
    assertThat(open()).isEmpty();
    assertThat(
            client.scalar(
                "SELECT count() FROM alerts FINAL WHERE rule = 'A15' AND state = 'cleared'"))
        .isNotEqualTo("0");
  }

  @Test
  void anErrorThatAllLevelsShareIsSeenByTheDirectCount() {
    corrupt(
        "indicator_1d",
        "numerator = numerator + 1",
        "indicator = 'O01' AND area_id IN ('g3', 'sd2', 'city')");
    reconcile();

    assertThat(open())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.get("area_id").asText()).isEqualTo("city");
              assertThat(alert.get("evidence").get(0).asText()).isEqualTo("O01 day numerator");
            });
  }

  @Test
  void overlayGridsAreInNoTotal() {
    corrupt("indicator_1d", "numerator = numerator + 5", "indicator = 'M03' AND area_id = 'site'");
    reconcile();
    assertThat(open()).isEmpty();
  }

  @Test
  void aWrongTotalOfThePastIsFoundWithinSevenDailyRuns() {
    ReconciliationJob job = job();
    job.run(on(SmallCity.END, 1));
    assertThat(job.remark()).isEqualTo("looked at all days up to " + SmallCity.END);
    corrupt(
        "indicator_30d", "denominator = denominator + 1", "indicator = 'M04' AND area_id = 'city'");

    LocalDate day = SmallCity.END;
    while (open().isEmpty() && day.isBefore(SmallCity.END.plusDays(7))) {
      day = day.plusDays(1);
      job.run(on(day, 1));
    }

    assertThat(open()).singleElement().satisfies(ReconciliationIT::isAboutTheCity);
    assertThat(TotalsLook.turn(day)).isEqualTo(TotalsLook.turn(WRONG));
    assertThat(job.remark()).contains("of the past, at " + WRONG);

    job.run(on(day, 1));
    assertThat(job.remark()).as("once a day").doesNotContain("past");
    runner().run(Optional.empty(), Progress.SILENT);
    client.execute(
        "INSERT INTO alerts SELECT * REPLACE ('open' AS state, version + 1 AS version)"
            + " FROM alerts FINAL WHERE rule = 'A15' AND period_start = '2025-04-19 16:00:00.000'");
    job.run(on(day.plusDays(1), 1));
    assertThat(open()).as("what is told is looked at each day, whosever turn it is").isEmpty();
  }

  @Test
  void aWrongTotalOfATouchedDayIsFoundAtOnce() {
    ReconciliationJob job = job();
    job.run(on(SmallCity.END, 1));
    corrupt(
        "indicator_30d", "denominator = denominator + 1", "indicator = 'M04' AND area_id = 'city'");

    job.run(on(SmallCity.END, 19));
    assertThat(job.remark()).doesNotContain("past").doesNotContain("all days");
    assertThat(open()).as("a day before the touched ones").isEmpty();
    job.run(on(SmallCity.END, 20));
    assertThat(open()).singleElement().satisfies(ReconciliationIT::isAboutTheCity);
  }

  @Test
  void aWrongTotalOfARunningPeriodIsFoundWithItsLastDay() {
    ReconciliationJob job = job();
    job.run(on(SmallCity.END, 1));
    client.execute(
        ClickHouseQuery.of(
                "ALTER TABLE indicator_periods UPDATE numerator = numerator + 1 WHERE area_id = 'sd1'"
                    + " AND indicator = 'M04' AND period = 'quarter' AND period_start = '2025-04-01'")
            .setting("mutations_sync", 1));

    job.run(on(SmallCity.END, 1));
    assertThat(open())
        .extracting(alert -> alert.get("area_id").asText())
        .containsExactlyInAnyOrder("city", "sd1");
  }

  private static void isAboutTheCity(ObjectNode alert) {
    assertThat(alert.get("area_id").asText()).isEqualTo("city");
    assertThat(alert.get("evidence").get(0).asText()).isEqualTo("M04 30-days denominator");
    assertThat(alert.get("observed").asDouble() - alert.get("expected").asDouble()).isEqualTo(1);
    assertThat(alert.get("period_start").asText()).isEqualTo("2025-04-19 16:00:00.000");
  }

  private static void corrupt(String table, String change, String condition) {
    client.execute(
        ClickHouseQuery.of(
                "ALTER TABLE %s UPDATE %s WHERE day = '2025-04-20' AND %s"
                    .formatted(table, change, condition))
            .setting("mutations_sync", 1));
  }

  private static void reconcile() {
    AnalyticsRun runner = runner();
    RunContext run = runner.context(Optional.empty(), runner.mark());
    job().run(run);
  }

  private static ReconciliationJob job() {
    return new ReconciliationJob(AlertRules.bundled().rule("A15"));
  }

  /** A run of the latest days of a city that has come to a day. */
  private static RunContext on(LocalDate end, int days) {
    AnalyticsRun runner = runner();
    RunContext run = runner.context(Optional.empty(), runner.mark());
    CityFrame city = run.city();
    return new RunContext(
        run.spark(),
        run.store(),
        run.reader(),
        new CityFrame(
            city.name(),
            city.zone(),
            city.firstDay(),
            end,
            city.now(),
            city.areas(),
            city.holidays()),
        new DaySpan(end.minusDays(days), end),
        run.stamp(),
        run.publisher());
  }

  private static List<ObjectNode> open() {
    return client.rows("SELECT * FROM alerts FINAL WHERE rule = 'A15' AND state = 'open'");
  }

  private static AnalyticsRun runner() {
    version += 1_000;
    return new AnalyticsRun(
        engine.spark(),
        engine.store(),
        2,
        city -> new NoHolidays(),
        CityTime.fixed(CityClock.parse("fixed:" + NOW)),
        InstantSource.fixed(Instant.ofEpochMilli(version)));
  }
}

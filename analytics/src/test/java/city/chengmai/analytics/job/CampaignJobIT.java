package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.ClickHouseReader;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.campaign.Benchmark;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.campaign.Intervention;
import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans of a small city over known values and counts, on a real ClickHouse. */
class CampaignJobIT {

  private static final LocalName NAME = new LocalName("名", "name");
  private static final LocalDate FIRST = SmallCity.FIRST;
  private static final LocalDate LAST = SmallCity.END.minusDays(1);
  private static final LocalDate START = LocalDate.of(2025, 4, 10);

  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void prepare() {
    engine = new EngineFixture();
    client = engine.store().client();
    SmallCity.describe(engine.store());
    List<StoredRow> values = new ArrayList<>();
    values.add(value("city", "M04", LAST, 88));
    values.add(value("sd2", "M04", LAST, 91));
    values.add(value("city", "M05", LAST, 4));
    write("indicator_30d", values);
    List<StoredRow> weeks = new ArrayList<>();
    LocalDate monday = LocalDate.of(2025, 3, 3);
    for (int week = 0; week < 9; week++) {
      weeks.add(week(monday.plusWeeks(week), 80 + week + 0.1 * (week % 2)));
    }
    write("indicator_periods", weeks);
    complaints();
    run(plans(List.of(expo())), 1_000);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  private static StoredRow value(String area, String indicator, LocalDate day, double value) {
    return () ->
        Map.of(
            "area_id",
            area,
            "indicator",
            indicator,
            "day",
            day.toString(),
            "value",
            value,
            "denominator",
            100,
            "state",
            "measured",
            "version",
            1);
  }

  private static StoredRow week(LocalDate monday, double value) {
    return () ->
        Map.of(
            "area_id",
            "city",
            "indicator",
            "M04",
            "period",
            "week",
            "period_start",
            monday.toString(),
            "value",
            value,
            "state",
            "measured",
            "version",
            1);
  }

  /** Three complaints a day in grid g1 until the work of 10 April, none from the 16th on. */
  private static void complaints() {
    List<StoredRow> rows = new ArrayList<>();
    for (LocalDate day = FIRST; day.isBefore(START.plusDays(6)); day = day.plusDays(1)) {
      int many = day.isBefore(START) ? 3 : 1;
      for (int i = 0; i < many; i++) {
        rows.add(complaint("c" + day + i, day, "g1", "noise/site"));
      }
      rows.add(complaint("other" + day, day, "g1", "noisette"));
      rows.add(complaint("elsewhere" + day, day, "g3", "noise/site"));
    }
    write("cases", rows);
  }

  private static StoredRow complaint(String id, LocalDate day, String grid, String category) {
    Instant at = day.atTime(0, 30).atZone(SmallCity.ZONE).toInstant();
    return () ->
        Map.of(
            "case_id",
            id,
            "category",
            category,
            "grid",
            grid,
            "reported_at",
            Stamp.text(at),
            "updated_at",
            Stamp.text(at),
            "recorded_at",
            Stamp.text(at),
            "version",
            1);
  }

  private static void write(String table, List<StoredRow> rows) {
    TableWriter.write(engine.store(), table, rows.iterator());
  }

  private static SpecialPeriod expo() {
    return new SpecialPeriod(
        "expo",
        NAME,
        START,
        START.plusDays(9),
        List.of("sd1"),
        NAME,
        START.minusDays(9),
        START,
        Map.of("A02", Map.of("relative-floor", 1.2)));
  }

  private static CityPlans plans(List<SpecialPeriod> periods) {
    LocalDate deadline = LocalDate.of(2025, 12, 31);
    return new CityPlans(
        List.of(
            new Benchmark(
                "number", NAME, NAME, "M04", List.of(), Optional.of(95.0), "", FIRST, deadline),
            new Benchmark(
                "peer",
                NAME,
                NAME,
                "M04",
                List.of("city", "sd1"),
                Optional.empty(),
                "sd2",
                FIRST,
                deadline),
            new Benchmark(
                "less", NAME, NAME, "M05", List.of(), Optional.of(5.0), "", FIRST, deadline)),
        List.of(
            new Intervention(
                "block", NAME, "cases", List.of("noise"), List.of("sd1"), START, 28, 7, 7),
            new Intervention(
                "later", NAME, "cases", List.of(), List.of(), SmallCity.END, 28, 0, 28)),
        periods);
  }

  private static void run(CityPlans plans, long version) {
    Instant now = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();
    CityFrame city =
        CityFrames.read(
            client,
            CityTime.fixed(CityClock.parse("fixed:" + now)),
            name -> HolidayCalendars.named("none"));
    new CampaignJob(firstDay -> plans)
        .run(
            new RunContext(
                engine.spark(),
                engine.store(),
                new ClickHouseReader(engine.spark(), engine.store(), 2),
                city,
                new DaySpan(FIRST, SmallCity.END),
                new Stamp(now, now, version),
                new Publisher()));
  }

  private static ObjectNode row(String query) {
    return client.rows(query).get(0);
  }

  @Test
  void aGapHasItsPaceFromWholeWeeksAndAForecast() {
    ObjectNode gap = row("SELECT * FROM benchmark_gaps FINAL WHERE benchmark_id = 'number'");
    assertThat(gap.get("area_id").asText()).isEqualTo("city");
    assertThat(gap.get("gap").asDouble()).isEqualTo(7);
    assertThat(gap.get("window").asText()).isEqualTo("week");
    assertThat(gap.get("windows").asInt()).isEqualTo(9);
    assertThat(gap.get("slope").asDouble()).isCloseTo(30.0 / 7, within(0.1));
    assertThat(gap.get("state").asText()).isEqualTo("on-pace");
    LocalDate closes = LocalDate.parse(gap.get("closes_on").asText());
    assertThat(closes).isBetween(LocalDate.of(2025, 6, 18), LocalDate.of(2025, 6, 26));
    assertThat(LocalDate.parse(gap.get("closes_from").asText())).isBeforeOrEqualTo(closes);
    assertThat(LocalDate.parse(gap.get("closes_to").asText())).isAfterOrEqualTo(closes);
  }

  @Test
  void aPeerIsATargetAndAMissingValueIsNoZero() {
    ObjectNode city =
        row("SELECT * FROM benchmark_gaps FINAL WHERE benchmark_id = 'peer' AND area_id = 'city'");
    assertThat(city.get("target").asDouble()).isEqualTo(91);
    assertThat(city.get("gap").asDouble()).isEqualTo(3);
    ObjectNode unmeasured =
        row("SELECT * FROM benchmark_gaps FINAL WHERE benchmark_id = 'peer' AND area_id = 'sd1'");
    assertThat(unmeasured.get("value").isNull()).isTrue();
    assertThat(unmeasured.get("gap").isNull()).isTrue();
    assertThat(unmeasured.get("state").asText()).isEqualTo("insufficient");
    assertThat(
            row("SELECT state FROM benchmark_gaps FINAL WHERE benchmark_id = 'less'")
                .get("state")
                .asText())
        .isEqualTo("reached");
  }

  @Test
  void threeComplaintsADayToNoneIsAClearEffect() {
    ObjectNode effect =
        row("SELECT * FROM intervention_effects FINAL WHERE intervention_id = 'block'");
    assertThat(effect.get("baseline_total").asDouble()).isEqualTo(84);
    assertThat(effect.get("after_total").asDouble()).isZero();
    assertThat(effect.get("expected_total").asDouble()).isCloseTo(21, within(1e-9));
    assertThat(effect.get("ratio_upper").asDouble()).isLessThan(0.2);
    assertThat(effect.get("state").asText()).isEqualTo("fewer");
    assertThat(effect.get("days")).hasSize(28 + 14);
    assertThat(effect.get("counts").get(28).asDouble()).isEqualTo(1);
    assertThat(
            row("SELECT state FROM intervention_effects FINAL WHERE intervention_id = 'later'")
                .get("state")
                .asText())
        .isEqualTo("not-begun");
  }

  @Test
  void runningAgainChangesNothingAndAPeriodThatIsGoneIsRetired() {
    List<String> before = everything();
    run(plans(List.of(expo())), 2_000);
    assertThat(everything()).isEqualTo(before);
    ObjectNode period = row("SELECT * FROM special_periods FINAL");
    assertThat(period.get("declared").asInt()).isEqualTo(1);
    assertThat(period.get("overrides").get("A02.relative-floor").asDouble()).isEqualTo(1.2);
    run(plans(List.of()), 3_000);
    assertThat(client.scalar("SELECT declared FROM special_periods FINAL")).isEqualTo("0");
    run(plans(List.of(expo())), 4_000);
    assertThat(client.scalar("SELECT declared FROM special_periods FINAL")).isEqualTo("1");
  }

  private static List<String> everything() {
    List<String> all = new ArrayList<>();
    for (String table : List.of("benchmark_gaps", "intervention_effects", "special_periods")) {
      client
          .rows("SELECT * EXCEPT version FROM " + table + " FINAL ORDER BY ALL")
          .forEach(row -> all.add(row.toString()));
    }
    return all;
  }
}

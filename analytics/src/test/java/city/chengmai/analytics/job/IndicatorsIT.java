package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.calendar.WorkingClock;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.FurtherDefinition;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every indicator of the catalogue for each area and window, counted by the job, by plain Java and
 * by SQL that looks at one window at a time, over cases that came late, were re-opened, suspended
 * and re-assigned, and over all other families.
 */
class IndicatorsIT {

  private static final Instant NOW = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();
  private static final List<SmallCity.Case> CASES = SmallCity.cases(7, 600);
  private static final List<SmallCity.Order> ORDERS = SmallCity.orders(8, 300);
  private static final SmallFamilies FAMILIES = SmallFamilies.of(9);
  private static final IndicatorOracle ORACLE = new IndicatorOracle(CASES, ORDERS, FAMILIES);
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void compute() {
    engine = new EngineFixture();
    client = engine.store().client();
    SmallCity.describe(engine.store());
    SmallCity.writeCases(engine.store(), SmallCity.early(CASES), 1);
    SmallCity.writeCases(engine.store(), CASES, 2);
    SmallCity.writeOrders(engine.store(), ORDERS);
    FAMILIES.write(engine.store());
    new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> HolidayCalendars.named("none"),
            CityTime.fixed(CityClock.parse("fixed:" + NOW)),
            InstantSource.fixed(Instant.ofEpochMilli(1_000)))
        .run(Optional.empty(), Progress.SILENT);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30})
  void rateOfEveryIndicatorAreaAndDayIsThatOfPlainJava(int span) {
    for (ObjectNode row :
        client.rows("SELECT * FROM indicator_" + span + "d FINAL WHERE indicator != 'O03'")) {
      LocalDate day = LocalDate.parse(row.get("day").asText());
      check(row, ORACLE.rate(id(row), area(row), day, span));
    }
  }

  @Test
  void rateOfEveryIndicatorAreaAndPeriodIsThatOfPlainJava() {
    for (ObjectNode row :
        client.rows("SELECT * FROM indicator_periods FINAL WHERE indicator != 'O03'")) {
      LocalDate start = LocalDate.parse(row.get("period_start").asText());
      LocalDate end = end(row.get("period").asText(), start);
      check(row, ORACLE.rate(id(row), area(row), start, end, reported(start, end)));
    }
  }

  @Test
  void rateOfEveryIndicatorIsThatOfSqlThatLooksAtOneWindow() {
    SqlOracle sql = new SqlOracle(client);
    assertThat(SqlOracle.indicators()).as("all but exposures, shares and medians").hasSize(32);
    for (int back : new int[] {0, 1, 6, 17, 33, 48}) {
      for (int span : new int[] {1, 30}) {
        LocalDate day = SmallCity.END.minusDays(1L + back);
        for (String indicator : SqlOracle.indicators()) {
          Map<String, Rate> expected =
              sql.rates(indicator, start(day.minusDays(span - 1L)), start(day.plusDays(1)), NOW);
          for (ObjectNode row :
              client.rows(
                  "SELECT * FROM indicator_%dd FINAL WHERE indicator = '%s' AND day = '%s'"
                      .formatted(span, indicator, day))) {
            check(row, expected.getOrDefault(area(row), Rate.NOTHING));
          }
        }
      }
    }
  }

  @Test
  void everyIndicatorIsCountedSomewhere() {
    assertThat(
            client.rows(
                "SELECT DISTINCT indicator FROM indicator_30d FINAL WHERE numerator > 0"
                    + " AND state = 'measured'"))
        .extracting(row -> row.get("indicator").asText())
        .containsExactlyInAnyOrderElementsOf(
            CATALOGUE.indicators().stream().map(Indicator::id).toList());
  }

  @Test
  void mediansAreThoseOfTheCasesOfEachWindow() {
    for (ObjectNode row :
        client.rows("SELECT * FROM indicator_30d FINAL WHERE indicator = 'O03'")) {
      LocalDate day = LocalDate.parse(row.get("day").asText());
      median(row, ORACLE.hours(area(row), day.minusDays(29), day.plusDays(1)));
    }
    for (ObjectNode row :
        client.rows("SELECT * FROM indicator_periods FINAL WHERE indicator = 'O03'")) {
      LocalDate start = LocalDate.parse(row.get("period_start").asText());
      median(row, ORACLE.hours(area(row), start, end(row.get("period").asText(), start)));
    }
  }

  @Test
  void mediansInWorkingTimeStandBesideThoseOnTheClock() {
    WorkingClock clock = new WorkingClock(HolidayCalendars.named("none"), SmallCity.ZONE);
    List<ObjectNode> rows =
        client.rows(
            "SELECT * FROM indicator_definitions FINAL WHERE indicator = 'O03'"
                + " AND definition_version = 2");
    for (ObjectNode row : rows) {
      LocalDate day = LocalDate.parse(row.get("day").asText());
      String period = row.get("period").asText();
      LocalDate start = period.equals("30-days") ? day.minusDays(29) : day;
      LocalDate end = period.contains("day") ? day.plusDays(1) : end(period, day);
      median(row, ORACLE.hours(area(row), start, end, clock::between));
    }
    assertThat(rows.stream().filter(row -> !row.get("value").isNull())).hasSizeGreaterThan(300);
    assertThat(rows.stream().map(row -> row.get("period").asText()).distinct()).hasSize(6);
    assertThat(client.scalar("SELECT max(definition_version) FROM indicator_1d")).isEqualTo("1");
  }

  @Test
  void anotherVersionIsComputedForTheDaysThatBothAreShown() {
    LocalDate from = LocalDate.of(2025, 4, 7);
    LocalDate until = LocalDate.of(2025, 4, 21);

    job("S04", Map.of("fairly", 0.5), from, until).run(wholeRun());

    List<ObjectNode> rows =
        client.rows("SELECT * FROM indicator_definitions FINAL WHERE indicator = 'S04'");
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get("definition_version").asInt()).isEqualTo(9));
    // 14 days by two spans; two weeks, one month, quarter and year hold them. 8 areas each.
    assertThat(rows).hasSize(8 * (14 * 2 + 2 + 3));
    int differing = 0;
    for (ObjectNode row : rows) {
      ObjectNode now = catalogued(row);
      double fairly = fairly(row);
      assertThat(row.get("denominator").asDouble()).isEqualTo(now.get("denominator").asDouble());
      assertThat(row.get("numerator").asDouble())
          .as("numerator of %s", row)
          .isCloseTo(now.get("numerator").asDouble() - 0.3 * fairly, within(1e-5));
      differing += fairly > 0 ? 1 : 0;
    }
    assertThat(differing).isPositive();
  }

  @Test
  void whatARunThatFailedLeftIsComputedByTheNext() {
    LocalDate from = LocalDate.of(2025, 4, 7);
    LocalDate until = LocalDate.of(2025, 4, 21);
    DefinitionJob job = job("S06", Map.of("hours", 3.0), from, until);
    RunContext whole = wholeRun();
    Store store = engine.store();
    Store refused = new Store(store.url(), store.database(), store.user(), store.password() + "?");
    RunContext failing =
        new RunContext(
            whole.spark(),
            refused,
            whole.reader(),
            whole.city(),
            whole.days(),
            whole.stamp(),
            whole.publisher());
    assertThatThrownBy(() -> job.run(failing)).isInstanceOf(Exception.class);
    String count =
        "SELECT count() FROM indicator_definitions FINAL WHERE indicator = 'S06' AND version = 2000";
    assertThat(client.scalar(count)).isEqualTo("0");

    RunContext late = whole.of(new DaySpan(until.minusDays(2), whole.days().to()));
    job.run(late);
    // 14 days by two spans; two weeks, one month, quarter and year hold them. 8 areas each.
    int all = 8 * (14 * 2 + 2 + 3);
    assertThat(client.scalar(count)).isEqualTo(String.valueOf(all));
    // Nothing is owed any more: two days, one week, month, quarter and year.
    assertThat(job.run(late)).isEqualTo(8 * (2 * 2 + 1 + 3));
  }

  private static DefinitionJob job(
      String indicator, Map<String, Double> parameters, LocalDate from, LocalDate until) {
    LocalName word = new LocalName("甲", "a");
    FurtherDefinition definition =
        new FurtherDefinition(
            indicator, 9, from, until, parameters, word, word, word, word, "test");
    return new DefinitionJob(CATALOGUE, new FurtherDefinitions(List.of(definition)));
  }

  private static RunContext wholeRun() {
    AnalyticsRun analytics =
        new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> HolidayCalendars.named("none"),
            CityTime.fixed(CityClock.parse("fixed:" + NOW)),
            InstantSource.fixed(Instant.ofEpochMilli(2_000)));
    return analytics.context(Optional.empty(), analytics.mark());
  }

  /** The same window by the catalogue's definition. */
  private static ObjectNode catalogued(ObjectNode row) {
    String period = row.get("period").asText();
    String where = " FINAL WHERE indicator = 'S04' AND area_id = '" + area(row) + "' AND ";
    String day = "'" + row.get("day").asText() + "'";
    return client
        .rows(
            switch (period) {
              case "day" -> "SELECT * FROM indicator_1d" + where + "day = " + day;
              case "30-days" -> "SELECT * FROM indicator_30d" + where + "day = " + day;
              default ->
                  "SELECT * FROM indicator_periods"
                      + where
                      + "period = '%s' AND period_start = %s".formatted(period, day);
            })
        .get(0);
  }

  /** Answers of the middle kind in the window of a row. */
  private static double fairly(ObjectNode row) {
    LocalDate day = LocalDate.parse(row.get("day").asText());
    String period = row.get("period").asText();
    Instant from = start(period.equals("30-days") ? day.minusDays(29) : day);
    Instant to = start(period.contains("day") ? day.plusDays(1) : end(period, day));
    return ORACLE.answers(area(row), from, to.isBefore(NOW) ? to : NOW, "fairly");
  }

  @Test
  void shareOfCheckedHitsStandsBesideTheirPrecision() {
    List<ObjectNode> rows =
        client.rows(
            "SELECT * FROM indicator_30d FINAL WHERE indicator = 'O10' AND state = 'measured'");
    assertThat(rows).hasSizeGreaterThan(50);
    for (ObjectNode row : rows) {
      Rate checked = ORACLE.beside(area(row), LocalDate.parse(row.get("day").asText()), 30);
      assertThat(row.get("companion").asDouble())
          .isCloseTo(100 * checked.share().orElseThrow(), within(1e-6));
    }
  }

  @Test
  void everyAreaHasEveryIndicatorInEveryPeriod() {
    List<String> expected = new ArrayList<>();
    for (Grain period : Grain.PERIODS) {
      int count = period.number(SmallCity.END.minusDays(1)) - period.number(SmallCity.FIRST) + 1;
      expected.add(period.key() + " " + 8 * CATALOGUE.indicators().size() * count);
    }
    assertThat(
            client.rows(
                "SELECT concat(period, ' ', toString(count())) AS told FROM indicator_periods FINAL"
                    + " GROUP BY period"))
        .extracting(row -> row.get("told").asText())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void windowOfSevenDaysIsTheShortestForComplaintIntensity() {
    assertThat(states("indicator_1d", "O02")).doesNotContain("measured");
    assertThat(states("indicator_30d", "O02")).containsExactly("measured");
  }

  @Test
  void feedAvailabilityIsOneValueForAllAreas() {
    assertThat(
            client.scalar(
                "SELECT max(values) FROM (SELECT uniqExact(tuple(numerator, denominator)) AS values"
                    + " FROM indicator_30d FINAL WHERE indicator = 'O11' GROUP BY day)"))
        .isEqualTo("1");
  }

  private static List<String> states(String table, String indicator) {
    return client
        .rows(
            "SELECT DISTINCT state FROM %s FINAL WHERE indicator = '%s' AND area_id != 'x'"
                .formatted(table, indicator))
        .stream()
        .map(row -> row.get("state").asText())
        .toList();
  }

  private static void check(ObjectNode row, Rate expected) {
    assertThat(row.get("numerator").asDouble())
        .as("numerator of %s", row)
        .isCloseTo(expected.numerator(), within(1e-5));
    assertThat(row.get("denominator").asDouble())
        .as("denominator of %s", row)
        .isCloseTo(expected.denominator(), within(1e-5));
  }

  private static void median(ObjectNode row, List<Double> hours) {
    assertThat(row.get("denominator").asInt()).isEqualTo(hours.size());
    if (hours.size() >= 10) {
      assertThat(row.get("value").asDouble()).isCloseTo(quantile(hours, 0.5), within(1e-6));
      assertThat(row.get("companion").asDouble()).isCloseTo(quantile(hours, 0.9), within(1e-6));
    } else {
      assertThat(row.get("value").isNull()).isTrue();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(SmallCity.ZONE).toInstant();
  }

  private static String id(ObjectNode row) {
    return row.get("indicator").asText();
  }

  private static String area(ObjectNode row) {
    return row.get("area_id").asText();
  }

  private static LocalDate end(String period, LocalDate start) {
    return switch (period) {
      case "week" -> start.plusWeeks(1);
      case "month" -> start.plusMonths(1);
      case "quarter" -> start.plusMonths(3);
      default -> start.plusYears(1);
    };
  }

  private static int reported(LocalDate start, LocalDate end) {
    LocalDate from = start.isBefore(SmallCity.FIRST) ? SmallCity.FIRST : start;
    LocalDate to = end.isAfter(SmallCity.END) ? SmallCity.END : end;
    return (int) (to.toEpochDay() - from.toEpochDay());
  }

  private static double quantile(List<Double> sorted, double share) {
    double position = share * (sorted.size() - 1);
    int below = (int) position;
    int above = Math.min(sorted.size() - 1, below + 1);
    return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
  }
}

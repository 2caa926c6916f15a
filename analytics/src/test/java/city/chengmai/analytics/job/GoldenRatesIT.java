package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published counts as cases of a month, and the rates printed beside them; a grid each. */
class GoldenRatesIT {

  private static final List<String> GRIDS =
      List.of(
          "fuzhou",
          "suzhou",
          "tianmen",
          "tianmen-filed",
          "lianyungang",
          "seed",
          "weekend",
          "evening",
          "days");

  private static final Pattern NAME = Pattern.compile(" AS (\\w+)");
  private static final String FILED =
      "day(2) AS accepted_at, day(2) AS filed_at, day(10) AS due_at";

  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void compute() {
    engine = new EngineFixture();
    client = engine.store().client();
    describe();
    cases(
        "fuzhou", 36_314, "day(10) AS accepted_at, if(number < 33928, day(10), NULL) AS filed_at");
    cases("suzhou", 6_523, FILED + ", if(number < 6507, day(9), NULL) AS disposed_at");
    cases("tianmen", 972, FILED + closed(737, 911));
    cases("tianmen-filed", 996, FILED + ", if(number < 43, 'hotline', 'patrol') AS channel");
    cases("lianyungang", 429, FILED + closed(404, 413) + ", number < 8 AS reworks");
    // 52 simple + 148 comprehensive + 16 difficult
    cases(
        "seed",
        216,
        "day(3) AS accepted_at, multiIf(number < 52, 'simple', number < 200, 'comprehensive',"
            + " 'difficult') AS level, if(number < 212, day(8), NULL) AS closed_at");
    // 6 June 2025 is a Friday.
    took("weekend", "2025-06-06 16:30:00", "2025-06-09 10:00:00");
    took("evening", "2025-06-10 18:00:00", "2025-06-11 09:30:00");
    took("days", "2025-06-10 12:00:00", "2025-06-12 12:00:00");
    client.execute(
        "INSERT INTO appeals (appeal_id, grid, raised_at, closed_at, outcome)"
            + " SELECT toString(number), 'seed', toDateTime64('2025-06-02', 3, 'UTC'),"
            + " if(number < 2634, toDateTime64('2025-06-20', 3, 'UTC'), NULL),"
            + " if(number < 2634, 'solved', '') FROM numbers(2662)");
    client.execute(
        "INSERT INTO enforcement_actions (action_id, kind, grid, due_at, rectified_at,"
            + " rectification) SELECT toString(number), 'notice', 'seed',"
            + " toDateTime64('2025-06-20', 3, 'UTC'), toDateTime64('2025-06-19', 3, 'UTC'),"
            + " if(number < 50, 'complete', 'partial') FROM numbers(52)");
    new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> HolidayCalendars.named("none"),
            CityTime.fixed(CityClock.parse("fixed:2025-07-10T00:00:00Z")),
            InstantSource.system())
        .run(Optional.empty(), Progress.SILENT);
  }

  /** Ten cases, filed and closed by the city's clock. */
  private static void took(String grid, String filed, String closed) {
    client.execute(
        ("INSERT INTO cases (case_id, grid, reported_at, filed_at, closed_at, version)"
                + " SELECT '%1$s-' || toString(number), '%1$s', at, at,"
                + " toDateTime64('%3$s', 3, 'Asia/Shanghai'), 1 FROM (SELECT number,"
                + " toDateTime64('%2$s', 3, 'Asia/Shanghai') AS at FROM numbers(10))")
            .formatted(grid, filed, closed));
  }

  private static String closed(int inTime, int all) {
    return ", multiIf(number < %d, day(9), number < %d, day(14), NULL) AS closed_at"
        .formatted(inTime, all);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fuzhou, M01, 33928, 36314, 93.43",
    "suzhou, M02, 6507, 6523, 99.75",
    "tianmen, M03, 911, 972, 93.72",
    "tianmen, M04, 737, 972, 75.82",
    "tianmen-filed, M07, 953, 996, 95.68",
    "lianyungang, M03, 413, 429, 96.27",
    "lianyungang, M04, 404, 429, 94.17",
    "lianyungang, M05, 8, 429, 1.86",
    "seed, M11, 12, 16, 75.00",
    "seed, S09, 2634, 2662, 98.95",
    "seed, M10, 50, 52, 96.15"
  })
  void monthOfPublishedCountsHasThePublishedRate(
      String grid, String indicator, double numerator, double denominator, double percent) {
    ObjectNode row =
        client
            .rows(
                "SELECT * FROM indicator_periods FINAL WHERE period = 'month'"
                    + " AND period_start = '2025-06-01' AND area_id = '%s' AND indicator = '%s'"
                        .formatted(grid, indicator))
            .get(0);

    assertThat(row.get("numerator").asDouble()).isEqualTo(numerator);
    assertThat(row.get("denominator").asDouble()).isEqualTo(denominator);
    double share = 100 * row.get("numerator").asDouble() / row.get("denominator").asDouble();
    assertThat(share).isCloseTo(percent, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"weekend, 65.5, 2", "evening, 15.5, 0.5", "days, 48, 17"})
  void timeToCloseIsToldOnTheClockAndInWorkingTime(String grid, double clock, double working) {
    String where =
        " FINAL WHERE indicator = 'O03' AND area_id = '" + grid + "' AND period = 'month' AND ";
    ObjectNode onTheClock =
        client
            .rows("SELECT * FROM indicator_periods" + where + "period_start = '2025-06-01'")
            .get(0);
    ObjectNode inWorkingTime =
        client
            .rows(
                "SELECT * FROM indicator_definitions"
                    + where
                    + "definition_version = 2 AND day = '2025-06-01'")
            .get(0);

    assertThat(onTheClock.get("value").asDouble()).isCloseTo(clock, within(1e-9));
    assertThat(inWorkingTime.get("value").asDouble()).isCloseTo(working, within(1e-9));
    assertThat(inWorkingTime.get("companion").asDouble()).isCloseTo(working, within(1e-9));
    assertThat(inWorkingTime.get("numerator").asDouble()).isCloseTo(10 * working, within(1e-9));
  }

  @Test
  void windowsAreHalfOpen_d4() {
    assertThat(
            client.rows(
                "SELECT toString(day) AS day, numerator FROM indicator_1d FINAL"
                    + " WHERE area_id = 'edges' AND indicator = 'O01' AND numerator > 0 ORDER BY day"))
        .extracting(row -> row.get("day").asText() + " " + row.get("numerator").asInt())
        .containsExactly("2025-06-04 1", "2025-06-05 2");
  }

  private static void describe() {
    StoredRow city =
        SmallCity.row(
            "city",
            "golden",
            "name_zh",
            "金",
            "name_en",
            "Golden",
            "zone",
            "Asia/Shanghai",
            "clock",
            "system",
            "first_day",
            "2025-06-01",
            "last_day",
            "2025-07-05",
            "version",
            1);
    TableWriter.write(engine.store(), "cities", List.of(city).iterator());
    TableWriter.write(engine.store(), "areas", List.of(area("all", "", "city", "")).iterator());
    GRIDS.forEach(GoldenRatesIT::grid);
    grid("edges");
    // The last millisecond of one day, the first of the next, and the last of that.
    client.execute(
        "INSERT INTO cases (case_id, grid, filed_at, reported_at, version) SELECT 'edge-' || at,"
            + " 'edges', toDateTime64(at, 3, 'Asia/Shanghai'), toDateTime64(at, 3, 'Asia/Shanghai'), 1"
            + " FROM (SELECT arrayJoin(['2025-06-04 23:59:59.999', '2025-06-05 00:00:00.000',"
            + " '2025-06-05 23:59:59.999']) AS at)");
  }

  private static void grid(String id) {
    TableWriter.write(
        engine.store(), "areas", List.of(area(id, "all", "grid", "street-front")).iterator());
  }

  private static StoredRow area(String id, String parent, String level, String type) {
    return SmallCity.row(
        "area_id",
        id,
        "parent_id",
        parent,
        "level",
        level,
        "grid_type",
        type,
        "name_zh",
        id,
        "name_en",
        id,
        "square_kilometres",
        1,
        "valid_from",
        "2025-01-01",
        "version",
        1);
  }

  private static void cases(String grid, int count, String columns) {
    String moments =
        columns.replaceAll(
            "day\\((\\d+)\\)", "toDateTime64('2025-06-01 04:00:00', 3, 'UTC') + INTERVAL $1 DAY");
    String names =
        NAME.matcher(columns)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining(", "));
    client.execute(
        "INSERT INTO cases (case_id, grid, reported_at, version, %s)".formatted(names)
            + " SELECT '%s-' || toString(number), '%s', toDateTime64('2025-06-01', 3, 'UTC'), 1, %s"
                .formatted(grid, grid, moments)
            + " FROM numbers(%d)".formatted(count));
  }
}

package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that follow one another: what they must compute again. */
class FollowingRunsIT {

  private static final LocalDate BEFORE = SmallCity.END.minusDays(12);
  private static final LocalDate AFTER = SmallCity.END.minusDays(3);
  private static final LocalDate TOUCHED = SmallCity.FIRST.plusDays(25);

  private static EngineFixture engine;
  private static ClickHouseClient client;
  private static AnalyticsRun analytics;
  private static final Ended HEARD = new Ended();

  @BeforeAll
  static void describe() {
    engine = new EngineFixture();
    client = engine.store().client();
    SmallCity.describe(engine.store());
    SmallCity.writeCases(engine.store(), SmallCity.cases(7, 200), 1);
    analytics =
        new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> new UntilLastYear(),
            CityTime.of(new Settings(Map.of(), Map.of())),
            InstantSource.system());
    analytics.tell(HEARD);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @Test
  void lateRowsAndDaysOfAPauseAreComputedAndUnknownHolidaysAreTold() {
    today(BEFORE);
    DataMark first = analytics.run(Optional.empty(), Progress.SILENT);
    assertThat(latestDay()).isEqualTo(BEFORE.toString());
    assertThat(client.scalar("SELECT max(message) FROM job_runs FINAL WHERE state = 'done'"))
        .contains("holidays and make-up working days of 2025 are unknown");

    today(AFTER);
    DataMark second = analytics.run(Optional.of(first), Progress.SILENT);
    assertThat(latestDay()).isEqualTo(AFTER.toString());
    assertThat(client.scalar("SELECT count(DISTINCT day) FROM indicator_30d FINAL"))
        .as("days, none left out")
        .isEqualTo(String.valueOf(SmallCity.FIRST.datesUntil(AFTER.plusDays(1)).count()));

    double reported = accepted(TOUCHED);
    writeLate();
    analytics.run(Optional.of(second), Progress.SILENT);
    assertThat(accepted(TOUCHED)).isEqualTo(reported + 1);
    assertThat(accepted(TOUCHED.plusDays(20))).isGreaterThan(0);
    assertThat(HEARD.runs).isEqualTo(3);
    assertThat(HEARD.rows)
        .as("what was heard is what the log has")
        .isPositive()
        .isEqualTo(Long.parseLong(client.scalar("SELECT sum(rows) FROM job_runs FINAL")));
  }

  /** Counts good ends. */
  private static final class Ended implements RunWatch {

    private int runs;
    private long rows;

    @Override
    public void jobEnded(String job, Duration took, long written, boolean good) {
      rows += written;
    }

    @Override
    public void runEnded(Duration took, boolean good, String reason) {
      runs += good ? 1 : 0;
    }
  }

  /** A row of an old day whose ingest time lies before the latest one that was seen. */
  private static void writeLate() {
    client.execute(
        "INSERT INTO cases (case_id, grid, category, stage, reported_at, accepted_at, filed_at,"
            + " updated_at, recorded_at, version)"
            + " SELECT 'late', 'g1', 'x', 'filed', at, at, at, at,"
            + " (SELECT min(recorded_at) FROM cases) - INTERVAL 1 DAY, 1"
            + " FROM (SELECT toDateTime64('%s 04:00:00', 3, 'UTC') AS at)".formatted(TOUCHED));
  }

  private static double accepted(LocalDate day) {
    return Double.parseDouble(
        client.scalar(
            "SELECT denominator FROM indicator_30d FINAL WHERE indicator = 'M01'"
                + " AND area_id = 'g1' AND day = '%s'".formatted(day)));
  }

  private static String latestDay() {
    return client.scalar("SELECT max(day) FROM portraits FINAL");
  }

  private static void today(LocalDate day) {
    client.execute(
        "INSERT INTO cities SELECT * REPLACE ('fixed:%sT04:00:00Z' AS clock, version + 1 AS version)"
                .formatted(day)
            + " FROM cities FINAL");
  }

  /** A calendar whose announcements end before the period. */
  private static final class UntilLastYear implements HolidayCalendar {

    private final NoHolidays weekdays = new NoHolidays();

    @Override
    public boolean isHoliday(LocalDate day) {
      return weekdays.isHoliday(day);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
      return weekdays.isWorkingDay(day);
    }

    @Override
    public boolean covers(Year year) {
      return year.isBefore(Year.of(SmallCity.FIRST.getYear()));
    }
  }
}

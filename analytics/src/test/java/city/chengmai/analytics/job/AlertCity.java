package city.chengmai.analytics.job;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A city of 40 grids in a row, half a kilometre each, whose past is as dull as chance allows. */
final class AlertCity {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  static final int DAYS = 64;
  static final int GRIDS = 40;

  private static final double DEGREES_OF_GRID = 0.005;
  private static final List<String> CATEGORIES = List.of("rubbish", "noise", "parking", "drains");

  private AlertCity() {}

  /** A case that was reported. */
  record Report(String id, String category, int grid, LocalDateTime at) {}

  /** Ordinary days: a case or so a day in each grid. */
  static List<Report> ordinary(long seed) {
    Random random = new Random(seed);
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < DAYS * GRIDS; i++) {
      LocalDateTime at =
          FIRST.plusDays(random.nextInt(DAYS)).atTime(7 + random.nextInt(12), random.nextInt(60));
      String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
      reports.add(new Report("case-" + i, category, random.nextInt(GRIDS), at));
    }
    return reports;
  }

  /** So many cases within an hour, one grid after the other. */
  static List<Report> flood(String category, LocalDateTime hour, int cases, int grids) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      reports.add(
          new Report(
              category + "-" + hour + "-" + i,
              category,
              i % grids,
              hour.plus(Duration.ofSeconds(3599L * i / cases))));
    }
    return reports;
  }

  static void describe(EngineFixture engine) {
    List<StoredRow> areas = new ArrayList<>();
    areas.add(area("city", "", "city", ""));
    for (int grid = 0; grid < GRIDS; grid++) {
      areas.add(area(grid(grid), "city", "grid", "street-front"));
    }
    TableWriter.write(engine.store(), "areas", areas.iterator());
    StoredRow city =
        SmallCity.row(
            "city",
            "row",
            "name_zh",
            "行",
            "name_en",
            "Row",
            "zone",
            ZONE.getId(),
            "clock",
            "system",
            "first_day",
            FIRST.toString(),
            "last_day",
            FIRST.plusDays(DAYS).toString(),
            "version",
            1);
    TableWriter.write(engine.store(), "cities", List.of(city).iterator());
  }

  static String grid(int number) {
    return "g" + (100 + number);
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
        "overlay",
        0,
        "name_zh",
        id,
        "name_en",
        id,
        "square_kilometres",
        0.2,
        "valid_from",
        "2026-01-01",
        "version",
        1);
  }

  static void write(EngineFixture engine, List<Report> reports) {
    TableWriter.write(engine.store(), "cases", reports.stream().map(AlertCity::row).iterator());
  }

  private static StoredRow row(Report report) {
    String at = Stamp.text(report.at().atZone(ZONE).toInstant());
    double off = (report.id().hashCode() & 0xff) / 255.0 - 0.5;
    return SmallCity.row(
        "case_id",
        report.id(),
        "source",
        "test",
        "category",
        report.category(),
        "kind",
        "event",
        "grid",
        grid(report.grid()),
        "longitude",
        121.3 + DEGREES_OF_GRID * (report.grid() + 0.8 * off),
        "latitude",
        31.2 + 0.002 * off,
        "stage",
        "filed",
        "reported_at",
        at,
        "updated_at",
        at,
        "recorded_at",
        at,
        "version",
        1);
  }

  /** Runs a job over spans of days one after the other, when the city's period is over. */
  static void run(EngineFixture engine, List<Job> jobs, DaySpan... spans) {
    Instant now = FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant();
    AnalyticsRun analytics =
        new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> HolidayCalendars.named("none"),
            CityTime.fixed(CityClock.parse("fixed:" + now)),
            InstantSource.system());
    for (DaySpan span : spans) {
      RunContext run = analytics.context(Optional.empty(), analytics.mark()).of(span);
      jobs.forEach(job -> job.run(run));
    }
  }

  static DaySpan days(int from, int to) {
    return new DaySpan(FIRST.plusDays(from), FIRST.plusDays(to));
  }

  /** Every alert without the stamps of its run. */
  static List<String> alerts(ClickHouseClient client, String condition) {
    return client
        .rows(
            "SELECT * EXCEPT (version, data_as_of) FROM alerts FINAL"
                + " WHERE NOT mapContains(details, 'taken-back') AND "
                + condition
                + " ORDER BY alert_id")
        .stream()
        .map(Object::toString)
        .toList();
  }
}

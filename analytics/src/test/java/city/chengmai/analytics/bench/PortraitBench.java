package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.job.AnalyticsRun;
import city.chengmai.analytics.job.DataMark;
import city.chengmai.analytics.job.Progress;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A full recompute of a year, then one more day on top, beside the same indicators as one
 * ClickHouse script. {@code -Devents=N} events, a million unless told.
 */
class PortraitBench {

  private static final long EVENTS = Long.getLong("events", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 1);
  private static final double MILLION = 1e6;
  private static final double NANOS = 1e9;
  private static final List<String> RESULTS =
      List.of(
          "indicator_1d",
          "indicator_30d",
          "indicator_periods",
          "indicator_standings",
          "portraits",
          "portrait_contributions",
          "portrait_changes",
          "restatements",
          "alerts");

  private static final List<String> TABLES =
      BenchWindow.ALL.stream().map(BenchWindow::table).distinct().toList();

  private double script = Double.MAX_VALUE;
  private double full = Double.MAX_VALUE;
  private double indicators = Double.MAX_VALUE;

  @Test
  void portrait() {
    try (EngineFixture engine = new EngineFixture();
        ClickHouseClient admin = engine.admin()) {
      BenchCity city = new BenchCity(engine.store(), EVENTS);
      city.describe();
      long events = city.add(BenchCity.FIRST, BenchCity.LAST);
      optimize(admin);
      AnalyticsRun analytics = analytics(engine);
      DataMark mark = null;
      for (int round = 0; round < ROUNDS; round++) {
        script(city, admin);
        clear(admin);
        note("first_full_seconds", seconds(() -> analytics.run(Optional.empty(), progress())));
        clear(admin);
        double before = indicatorSeconds(admin);
        long start = System.nanoTime();
        mark = analytics.run(Optional.empty(), progress());
        full = Math.min(full, (System.nanoTime() - start) / NANOS);
        indicators = Math.min(indicators, indicatorSeconds(admin) - before);
      }
      assertSameAsScript(admin);
      long after = city.add(BenchCity.LAST, BenchCity.LAST.plusDays(1));
      city.today(BenchCity.LAST.plusDays(1));
      Optional<DataMark> since = Optional.of(mark);
      double increment = seconds(() -> analytics.run(since, progress()));
      note("events", (double) events);
      note("increment_events", (double) (after - events));
      note("script_seconds", script);
      note("indicators_seconds", indicators);
      note("full_seconds", full);
      note("increment_seconds", increment);
      noteJobs(admin);
      print("ratio_sql", full / script, "x");
      print("ratio_sql_of_indicators", indicators / script, "x");
      print("increment_share", increment / full, "1");
      print("peak_mb", new ProcessCost(ProcessHandle.current().pid()).peakMegabytes(), "MB");
      print("server_peak_mb", new ProcessCost(engine.enginePid()).peakMegabytes(), "MB");
      print("seconds_per_million", full / (events / MILLION), "s");
    }
  }

  private void script(BenchCity city, ClickHouseClient admin) {
    for (String table : TABLES) {
      admin.execute("DROP TABLE IF EXISTS bench_" + table + " SYNC");
      admin.execute("CREATE TABLE bench_" + table + " AS " + table);
    }
    script =
        Math.min(
            script,
            seconds(
                () ->
                    BenchWindow.ALL.forEach(
                        window ->
                            admin.execute(
                                city.script(window, "bench_" + window.table(), BenchCity.LAST)))));
  }

  /** A peer that counts something else is no measure. */
  private static void assertSameAsScript(ClickHouseClient admin) {
    for (String table : TABLES) {
      String key = BenchWindow.of(table).key();
      String same =
          "SELECT count() FROM (SELECT * FROM bench_%1$s FINAL) AS s INNER JOIN (SELECT * FROM %1$s FINAL) AS o"
              + " USING (%2$s) WHERE s.state = o.state AND abs(s.numerator - o.numerator) <= 1e-4"
              + " AND abs(s.denominator - o.denominator) <= 1e-4"
              + " AND abs(ifNull(s.value, -1) - ifNull(o.value, -1)) <= 1e-4";
      String rows = admin.scalar("SELECT count() FROM " + table + " FINAL");
      assertThat(admin.scalar(same.formatted(table, key))).as(table).isEqualTo(rows);
      assertThat(admin.scalar("SELECT count() FROM bench_" + table)).as(table).isEqualTo(rows);
      note("rows_" + table, Double.parseDouble(rows));
    }
  }

  private static AnalyticsRun analytics(EngineFixture engine) {
    return new AnalyticsRun(
        engine.spark(),
        engine.store(),
        4,
        city -> new NoHolidays(),
        CityTime.of(new Settings(Map.of(), Map.of())),
        InstantSource.system());
  }

  private static void optimize(ClickHouseClient admin) {
    admin.execute("OPTIMIZE TABLE cases FINAL");
    admin.execute("OPTIMIZE TABLE hotline_orders FINAL");
  }

  private static void clear(ClickHouseClient admin) {
    RESULTS.forEach(table -> admin.execute("TRUNCATE TABLE " + table + " SYNC"));
  }

  /** Of all runs together, the increment among them. */
  private static void noteJobs(ClickHouseClient admin) {
    for (ObjectNode row : admin.rows("SELECT DISTINCT job FROM job_runs FINAL")) {
      note("job_" + row.get("job").asText(), jobSeconds(admin, row.get("job").asText()));
    }
  }

  private static double indicatorSeconds(ClickHouseClient admin) {
    return jobSeconds(admin, "indicators") + jobSeconds(admin, "periods");
  }

  private static double jobSeconds(ClickHouseClient admin, String job) {
    for (ObjectNode row :
        admin.rows(
            "SELECT sum(dateDiff('millisecond', started_at, assumeNotNull(finished_at))) / 1000 AS s"
                + " FROM job_runs FINAL WHERE state = 'done' AND job = '"
                + job
                + "'")) {
      return row.get("s").asDouble();
    }
    return 0;
  }

  private static Progress progress() {
    long start = System.nanoTime();
    return (done, total, message) ->
        System.out.printf(
            Locale.ROOT, "  %.1f s: %s%n", (System.nanoTime() - start) / NANOS, message);
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / NANOS;
  }

  private static void note(String figure, double value) {
    System.out.printf(Locale.ROOT, "%s %.2f%n", figure, value);
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench portrait %s %.3f %s%n", figure, value, unit);
  }
}

package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.job.AnalyticsRun;
import city.chengmai.analytics.job.DataMark;
import city.chengmai.analytics.job.Progress;
import city.chengmai.analytics.job.StoredTables;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.testing.ProcessCost;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;

/**
 * A full recompute of a year, then one more day on top, beside the same indicators as one
 * ClickHouse script. {@code -Devents=N} events, a million unless told. Ratios are of medians over
 * {@code bench.rounds} rounds, after one to warm up; with 0 rounds the first run is the full one,
 * and there is no script. Alert rules that are one question each are left out: they draw no
 * portrait.
 */
class PortraitBench {

  private static final long EVENTS = Long.getLong("events", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 1);
  private static final double MILLION = 1e6;
  private static final double NANOS = 1e9;
  private static final List<String> TABLES =
      BenchWindow.ALL.stream().map(BenchWindow::table).distinct().toList();

  private final List<Spending> scripts = new ArrayList<>();
  private final List<Spending> recomputes = new ArrayList<>();

  @Test
  void portrait() {
    try (EngineFixture engine = new EngineFixture();
        ClickHouseClient admin = engine.admin()) {
      ProcessCost driver = new ProcessCost(ProcessHandle.current().pid());
      ProcessCost server = new ProcessCost(engine.enginePid());
      List<ProcessCost> both = List.of(driver, server);
      BenchCity city = new BenchCity(engine.store(), EVENTS);
      city.describe();
      long events = city.add(BenchCity.FIRST, BenchCity.LAST);
      optimize(admin);
      AnalyticsRun analytics = analytics(engine);
      List<DataMark> marks = new ArrayList<>();
      Spending first =
          Spending.of(both, () -> marks.add(analytics.run(Optional.empty(), progress(both))));
      for (int round = 0; round < ROUNDS; round++) {
        scripts.add(Spending.of(both, () -> script(city, admin)));
        StoredTables.clear(admin);
        recomputes.add(Spending.of(both, () -> analytics.run(Optional.empty(), progress(both))));
      }
      if (ROUNDS == 0) {
        recomputes.add(first);
      } else {
        assertSameAsScript(admin);
      }
      long after = city.add(BenchCity.LAST, BenchCity.LAST.plusDays(1));
      city.today(BenchCity.LAST.plusDays(1));
      Spending increment =
          Spending.of(both, () -> analytics.run(Optional.of(marks.get(0)), progress(both)));
      note("events", (double) events);
      note("increment_events", (double) (after - events));
      noteJobs(admin);
      print(events, increment);
      print("peak_mb", driver.peakMegabytes(), "MB");
      print("server_peak_mb", server.peakMegabytes(), "MB");
    }
  }

  private void print(long events, Spending increment) {
    double full = median(recomputes, Spending::seconds);
    double fullCpu = median(recomputes, Spending::cpuSeconds);
    note("full_seconds", full);
    note("full_cpu_seconds", fullCpu);
    note("increment_seconds", increment.seconds());
    note("increment_cpu_seconds", increment.cpuSeconds());
    if (!scripts.isEmpty()) {
      note("script_seconds", median(scripts, Spending::seconds));
      print("ratio_sql", full / median(scripts, Spending::seconds), "x");
      print("ratio_sql_cpu", fullCpu / median(scripts, Spending::cpuSeconds), "x");
    }
    print("increment_share", increment.seconds() / full, "1");
    print("increment_share_cpu", increment.cpuSeconds() / fullCpu, "1");
    print("seconds_per_million", full / (events / MILLION), "s");
    print("cpu_seconds_per_million", fullCpu / (events / MILLION), "s");
  }

  private static double median(List<Spending> rounds, ToDoubleFunction<Spending> figure) {
    return new Median().evaluate(rounds.stream().mapToDouble(figure).toArray());
  }

  private void script(BenchCity city, ClickHouseClient admin) {
    for (String table : TABLES) {
      admin.execute("DROP TABLE IF EXISTS bench_" + table + " SYNC");
      admin.execute("CREATE TABLE bench_" + table + " AS " + table);
    }
    BenchWindow.ALL.forEach(
        window -> admin.execute(city.script(window, "bench_" + window.table(), BenchCity.LAST)));
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
        firstDay -> CityPlans.NONE,
        withoutQuestions(),
        CityTime.of(new Settings(Map.of(), Map.of())),
        InstantSource.system());
  }

  private static AlertRules withoutQuestions() {
    return new AlertRules(
        AlertRules.bundled().rules().stream()
            .filter(rule -> !rule.method().equals("query"))
            .toList());
  }

  private static void optimize(ClickHouseClient admin) {
    admin.execute("OPTIMIZE TABLE cases FINAL");
    admin.execute("OPTIMIZE TABLE hotline_orders FINAL");
  }

  /** Of all runs together, the increment among them. */
  private static void noteJobs(ClickHouseClient admin) {
    for (ObjectNode row : admin.rows("SELECT DISTINCT job FROM job_runs FINAL")) {
      note("job_" + row.get("job").asText(), jobSeconds(admin, row.get("job").asText()));
    }
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

  /** Tells what was spent until each job begins. */
  private static Progress progress(List<ProcessCost> processes) {
    long start = System.nanoTime();
    double before = Spending.cpu(processes);
    return (done, total, message) ->
        System.out.printf(
            Locale.ROOT,
            "  %.1f s, %.1f s of processors: %s%n",
            (System.nanoTime() - start) / NANOS,
            Spending.cpu(processes) - before,
            message);
  }

  private static void note(String figure, double value) {
    System.out.printf(Locale.ROOT, "%s %.2f%n", figure, value);
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench portrait %s %.3f %s%n", figure, value, unit);
  }
}

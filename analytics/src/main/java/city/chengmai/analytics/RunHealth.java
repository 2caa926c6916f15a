package city.chengmai.analytics;

import city.chengmai.analytics.job.RunWatch;
import city.chengmai.datasets.clickhouse.Health;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** How the runs went, as health and as figures. Thread-safe. */
final class RunHealth implements RunWatch {

  /** A whole run may be waited for, and Spark may have to start: less is nothing to worry about. */
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final double MILLIS_A_SECOND = 1_000;

  private final MeterRegistry registry;
  private final Duration refresh;
  private final InstantSource clock;
  private final Set<String> failing = new TreeSet<>();
  private Instant lastGood;
  private Duration longest = Duration.ZERO;
  private String fault = "";

  /**
   * Nothing has run yet.
   *
   * @param refresh longest pause between runs
   * @param clock real time
   */
  RunHealth(MeterRegistry registry, Duration refresh, InstantSource clock) {
    this.registry = registry;
    this.refresh = refresh;
    this.clock = clock;
    TimeGauge.builder("analytics.last.success.age", this, TimeUnit.SECONDS, RunHealth::age)
        .description("time since the last good run ended; not a number while there is none")
        .register(registry);
  }

  @Override
  public void jobEnded(String job, Duration took, long rows, boolean good) {
    Timer.builder("analytics.job")
        .description("time of a job")
        .tag("job", job)
        .tag("state", good ? "done" : "failed")
        .register(registry)
        .record(took);
    Counter.builder("analytics.job.rows")
        .description("rows that a job wrote")
        .tag("job", job)
        .register(registry)
        .increment((double) rows);
    synchronized (this) {
      if (good) {
        failing.remove(job);
      } else {
        failing.add(job);
      }
    }
  }

  @Override
  public void runEnded(Duration took, boolean good, String reason) {
    Counter.builder("analytics.runs")
        .description("runs of all jobs")
        .tag("result", good ? "done" : "failed")
        .register(registry)
        .increment();
    Timer.builder("analytics.run").description("time of a run").register(registry).record(took);
    synchronized (this) {
      fault = good ? "" : Health.line(reason);
      if (good) {
        lastGood = clock.instant();
        longest = took.compareTo(longest) > 0 ? took : longest;
      }
    }
  }

  /** Whether results are kept up to date. */
  synchronized Health runs() {
    if (!fault.isEmpty()) {
      return Health.degraded("the latest run failed: " + fault).because("run-failed");
    }
    if (lastGood == null) {
      return Health.degraded("the first whole run is under way").because("first-run");
    }
    Duration allowed = refresh.plus(longest).multipliedBy(2);
    Duration patience = allowed.compareTo(SHORTEST) < 0 ? SHORTEST : allowed;
    return clock.instant().isAfter(lastGood.plus(patience))
        ? Health.degraded("the last good run ended at " + lastGood).because("run-late", lastGood)
        : Health.UP;
  }

  /** Whether each job did what it is for when it was last run. */
  synchronized Health jobs() {
    if (failing.isEmpty()) {
      return Health.UP;
    }
    String names = String.join(", ", failing);
    return Health.degraded("failed in the latest run: " + names).because("jobs-failed", names);
  }

  private synchronized double age() {
    return lastGood == null
        ? Double.NaN
        : Duration.between(lastGood, clock.instant()).toMillis() / MILLIS_A_SECOND;
  }
}

package city.chengmai.analytics.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps results up to date: looks for new data every few seconds, computes what it touched, and
 * looks in on the clock now and then, because due times pass without any data. Runs follow each
 * other and never overlap; while data pours in, a run waits until it pauses or a while has passed.
 */
public final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final AnalyticsRun analytics;
  private final InstantSource clock;
  private final Duration poll;
  private final Duration refresh;
  private final Progress progress;
  private final Predicate<Throwable> passing;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private DataMark computed;
  private DataMark before;
  private Instant lastRun;

  /**
   * A follower.
   *
   * @param analytics what it runs
   * @param clock real time
   * @param poll time between looks for new data
   * @param refresh longest time between runs
   * @param progress hears of each run
   * @param passing which faults of a later run are waited out
   */
  public Follower(
      AnalyticsRun analytics,
      InstantSource clock,
      Duration poll,
      Duration refresh,
      Progress progress,
      Predicate<Throwable> passing) {
    this.analytics = analytics;
    this.clock = clock;
    this.poll = poll;
    this.refresh = refresh;
    this.progress = progress;
    this.passing = passing;
  }

  /** Follows until closed; {@code ready} is told once the first full run is done. */
  public void follow(Runnable ready) {
    while (!analytics.cityIsKnown()) {
      progress.step(0, 0, "waiting until ingest has described the city");
      if (pausedAndStopped()) {
        return;
      }
    }
    compute(Optional.empty());
    before = computed;
    ready.run();
    while (!pausedAndStopped()) {
      lookAgain();
    }
  }

  /** A store that is away is waited for: what it missed meanwhile is computed when it is back. */
  private void lookAgain() {
    try {
      look();
    } catch (Exception fault) {
      // Spark and JDBC throw checked exceptions that no signature names.
      if (!passing.test(fault)) {
        throw fault;
      }
      LOG.warn("looking for new data failed, will try again: {}", fault.toString());
    }
  }

  private void look() {
    DataMark now = analytics.mark();
    boolean waitedEnough = clock.instant().isAfter(lastRun.plus(refresh));
    boolean settled = !now.sameData(computed) && now.sameData(before);
    before = now;
    if (settled || waitedEnough) {
      compute(Optional.of(computed));
    }
  }

  private void compute(Optional<DataMark> since) {
    computed = analytics.run(since, progress);
    lastRun = clock.instant();
  }

  /** Ends {@link #follow} after the run under way. */
  @Override
  public void close() {
    stopped.countDown();
  }

  private boolean pausedAndStopped() {
    try {
      return stopped.await(poll.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.query.JobQueries;
import city.chengmai.dashboard.query.JobQueries.ProductRunsRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How often analytics renews its products, as its latest runs show, and how long ago it last did.
 * Refreshed by one thread, read by many.
 */
public final class ProductPace {

  /** A job may wait for data and run for a while: less than this is nothing to worry about. */
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private final JobQueries jobs;
  private final Duration longest;
  private final InstantSource clock;
  private volatile Optional<ProductRunsRow> runs = Optional.empty();

  /**
   * A pace of which nothing is known yet.
   *
   * @param longest time between runs that counts where too few are known or they lay further apart
   * @param clock real time, in which jobs run
   */
  public ProductPace(JobQueries jobs, Duration longest, InstantSource clock) {
    this.jobs = jobs;
    this.longest = longest;
    this.clock = clock;
  }

  /** Reads the runs again; what was known stays when the store is away. */
  public void refresh() {
    runs = jobs.productRuns();
  }

  /** From one run to the next. */
  public Duration interval() {
    return runs.filter(seen -> seen.runs() > 1)
        .map(seen -> Duration.ofMillis(seen.longestPauseMillis()))
        .map(seen -> seen.compareTo(SHORTEST) < 0 ? SHORTEST : seen)
        .filter(seen -> seen.compareTo(longest) < 0)
        .orElse(longest);
  }

  /** Time since the latest good run; empty while there is none. */
  public Optional<Duration> sinceLatest() {
    Instant now = clock.instant();
    return runs.map(seen -> Duration.between(seen.latest(), now))
        .map(since -> since.isNegative() ? Duration.ZERO : since);
  }
}

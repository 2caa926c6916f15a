package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How analytics ran. */
public final class JobQueries {

  /**
   * The latest good runs of the job that makes portraits. Times are real ones, not the city's.
   *
   * @param runs how many were looked at
   * @param latest when the latest one ended
   * @param longestPauseMillis longest time from the start of one to the start of the next
   */
  public record ProductRunsRow(long runs, Instant latest, long longestPauseMillis) {}

  private final Store store;

  /** Questions to this store. */
  public JobQueries(Store store) {
    this.store = store;
  }

  /** The latest good runs; empty while there is none. */
  public Optional<ProductRunsRow> productRuns() {
    return store
        .row("product-runs", ProductRunsRow.class, Map.of())
        .filter(runs -> runs.runs() > 0);
  }
}

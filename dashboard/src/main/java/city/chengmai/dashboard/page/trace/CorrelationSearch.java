package city.chengmai.dashboard.page.trace;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.TraceQueries.IdentityRow;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Looks for the event of a correlation id (关联编号). A hash has no way back, so a search reads all
 * events of a time: there is one search at a time, and who comes meanwhile is sent away. Blocking
 * and thread-safe.
 */
final class CorrelationSearch {

  /** Most are asked for while they are news. */
  static final Duration RECENT = Duration.ofDays(3);

  /**
   * What came in the recent time happened at most so long before, unless somebody filed it late.
   */
  static final Duration LATE = Duration.ofDays(30);

  private static final Set<Integer> TOO_SLOW = Set.of(159, 160);

  /** How a search ended. */
  enum State {
    /** There is an identity. */
    FOUND,
    /** Nothing has that id. */
    NONE,
    /** Another search is under way. */
    BUSY,
    /** The store gave up at the limit. */
    SLOW
  }

  /**
   * What came of a search.
   *
   * @param found only when it was found
   */
  record Outcome(State state, Optional<IdentityRow> found) {

    private static Outcome without(State state) {
      return new Outcome(state, Optional.empty());
    }
  }

  /** Looks at what happened and came since these moments. */
  @FunctionalInterface
  interface Finder {
    /** What has the correlation id; a StoreException at the limit. */
    Optional<IdentityRow> find(String correlation, Instant happened, Instant since);
  }

  private final Finder finder;
  private final Semaphore turn = new Semaphore(1);

  CorrelationSearch(Finder finder) {
    this.finder = requireNonNull(finder, "finder");
  }

  /**
   * Searches.
   *
   * @param now the city's time
   * @param past whether to look at all of the past when recent days have nothing
   */
  Outcome search(String correlation, Instant now, boolean past) {
    if (!turn.tryAcquire()) {
      return Outcome.without(State.BUSY);
    }
    try {
      Optional<IdentityRow> found = recent(correlation, now);
      if (found.isEmpty() && past) {
        found = finder.find(correlation, Instant.EPOCH, Instant.EPOCH);
      }
      return new Outcome(found.isPresent() ? State.FOUND : State.NONE, found);
    } catch (StoreException e) {
      if (TOO_SLOW.contains(e.clickHouseCode())) {
        return Outcome.without(State.SLOW);
      }
      throw e;
    } finally {
      turn.release();
    }
  }

  private Optional<IdentityRow> recent(String correlation, Instant now) {
    Instant since = now.minus(RECENT);
    return finder.find(correlation, since.minus(LATE), since);
  }
}

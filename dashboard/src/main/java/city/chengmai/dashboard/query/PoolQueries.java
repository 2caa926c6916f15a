package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came into the pool in a time (信息汇集), whose end is not included. */
public final class PoolQueries {

  /**
   * A declared feed.
   *
   * @param sources CloudEvents sources that it sends under
   */
  public record FeedRow(String feedId, List<String> sources, long events) {}

  /**
   * A type of event.
   *
   * @param placed events that lie in a base grid
   * @param grids these grids
   * @param sources who sent them
   */
  public record KindRow(
      String type,
      long events,
      long placed,
      List<String> grids,
      List<String> sources,
      Instant lastAt) {}

  private final Store store;

  /** Questions to this store. */
  public PoolQueries(Store store) {
    this.store = store;
  }

  /** Declared feeds, also those that sent nothing. */
  public List<FeedRow> feeds(Instant from, Instant until) {
    return store.rows("pool-feeds", FeedRow.class, Map.of("from", from, "until", until));
  }

  /** Types of events that came; a type that did not has no row. */
  public List<KindRow> kinds(Instant from, Instant until) {
    return store.rows("pool-kinds", KindRow.class, Map.of("from", from, "until", until));
  }
}

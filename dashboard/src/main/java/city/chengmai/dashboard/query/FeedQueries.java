package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What arrives and what is refused. */
public final class FeedQueries {

  /**
   * One source.
   *
   * @param lastDay events of the last 24 hours
   * @param lagSeconds 95th percentile from happening to arriving
   */
  public record FeedRow(
      String source,
      long events,
      Instant firstAt,
      Instant lastAt,
      Instant recordedAt,
      long lastDay,
      Double lagSeconds) {}

  /** Refusals of one reason. */
  public record ReasonRow(String reason, long letters, Instant lastAt) {}

  /**
   * One refused event.
   *
   * @param payload the first characters, masked
   */
  public record DeadLetterRow(
      String deadLetterId,
      String reason,
      String detail,
      String source,
      String eventId,
      String type,
      String subject,
      String payload,
      long payloadBytes,
      Instant receivedAt) {}

  private final Store store;

  /** Questions to this store. */
  public FeedQueries(Store store) {
    this.store = store;
  }

  /** All sources. */
  public List<FeedRow> feeds(Instant now) {
    return store.rows("feeds", FeedRow.class, Map.of("now", now));
  }

  /** Refusals by reason, most first. */
  public List<ReasonRow> reasons() {
    return store.rows("dead-letter-reasons", ReasonRow.class, Map.of());
  }

  /** The latest refused events, of one reason when it is not empty. */
  public List<DeadLetterRow> deadLetters(String reason, int limit) {
    return store.rows(
        "dead-letters", DeadLetterRow.class, Map.of("reason", reason, "limit", limit));
  }
}

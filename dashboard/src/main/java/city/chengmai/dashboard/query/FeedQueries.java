package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What arrives and what is refused. */
public final class FeedQueries {

  /**
   * One source, and the declared feed that it belongs to.
   *
   * @param feedId empty when nobody declared the source
   * @param intervalSeconds longest silence that the declaration allows, 0 without one
   * @param declaredSchema version of the payload schemas that was declared
   * @param reportedSchema version that the last heartbeat told of, empty without one
   * @param lastAt newest event, null when it never sent any
   * @param lagSeconds 95th percentile from happening to arriving, of the last hour; null without
   *     events
   * @param heartbeatAt latest heartbeat, null without one
   * @param saysLate whether the feed itself said last that it is late
   * @param feedEvents events of all sources of its feed
   * @param silent whether alert A08 stands for the feed, or nothing came since it was cleared
   * @param late whether alert A08-late stands for the feed
   */
  public record FeedRow(
      String source,
      String feedId,
      String nameZh,
      String nameEn,
      String kind,
      long intervalSeconds,
      String declaredSchema,
      String reportedSchema,
      long events,
      Instant lastAt,
      long lastHour,
      long lastDay,
      Double lagSeconds,
      long deadLetters,
      long deadLettersLastDay,
      Instant heartbeatAt,
      boolean saysLate,
      long feedEvents,
      boolean silent,
      boolean late) {}

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

  /**
   * A time in which a part of ingest was not up.
   *
   * @param until null while it lasts
   */
  public record DisturbanceRow(
      String part, Instant since, Instant until, String state, String reason) {}

  /** Events that came with more than one content, and the contents that were replaced. */
  public record RevisionsRow(long events, long replaced) {}

  /**
   * Rows that rolled off.
   *
   * @param before rows before this moment went
   * @param keepDays as the settings said then
   */
  public record RollOffRow(
      String tableName, Instant rolledAt, Instant before, long keepDays, long rows) {}

  private final Store store;

  /** Questions to this store. */
  public FeedQueries(Store store) {
    this.store = store;
  }

  /** All sources, those of declared feeds first. */
  public List<FeedRow> feeds(Instant now) {
    return store.rows("feeds", FeedRow.class, Map.of("now", now));
  }

  /** The latest disturbances of ingest. */
  public List<DisturbanceRow> disturbances(int limit) {
    return store.rows("ingest-disturbances", DisturbanceRow.class, Map.of("limit", limit));
  }

  /** What rolled off last. */
  public List<RollOffRow> rollOffs(int limit) {
    return store.rows("roll-offs", RollOffRow.class, Map.of("limit", limit));
  }

  /** How many events were revised. */
  public RevisionsRow revisions() {
    return store
        .row("event-revisions", RevisionsRow.class, Map.of())
        .orElse(new RevisionsRow(0, 0));
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

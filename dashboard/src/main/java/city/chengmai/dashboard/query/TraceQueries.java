package city.chengmai.dashboard.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of one event. */
public final class TraceQueries {

  /** Who sent an event, and its id there. */
  public record IdentityRow(String source, String id) {}

  /** An event that was taken. */
  public record EventRow(
      String source,
      String id,
      String type,
      String subject,
      String grid,
      Instant occurredAt,
      Instant recordedAt) {}

  /** A refusal. */
  public record LetterRow(String deadLetterId, String reason, Instant receivedAt) {}

  /**
   * A content of an event that came with several.
   *
   * @param number 0: the first
   */
  public record RevisionRow(long number, Instant recordedAt) {}

  /**
   * A finding.
   *
   * @param areas all that the findings of its alert speak of
   * @param clearedAt null while it stands
   */
  public record AlertRow(
      String alertId,
      String alertKey,
      String rule,
      List<String> areas,
      Instant raisedAt,
      Instant clearedAt) {}

  /** A search by correlation id that takes longer fails. */
  public static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

  private final Store store;
  private final Store searched;

  /** Questions to this store. */
  public TraceQueries(Store store) {
    this.store = store;
    this.searched = store.within(LONGEST_SEARCH);
  }

  /**
   * What has a correlation id. Looks at all of that.
   *
   * @param happened events that happened before are left out
   * @param since what came before is left out
   * @throws city.chengmai.datasets.clickhouse.StoreException after {@link #LONGEST_SEARCH}
   */
  public Optional<IdentityRow> find(String correlation, Instant happened, Instant since) {
    return searched.row(
        "trace-find",
        IdentityRow.class,
        Map.of("correlation", correlation, "happened", happened, "since", since));
  }

  /** The event, when it was taken. */
  public Optional<EventRow> event(String source, String id) {
    return store.row("trace-event", EventRow.class, Map.of("source", source, "id", id));
  }

  /** The latest events about an entity, latest first. */
  public List<EventRow> about(String subject) {
    return store.rows("trace-subject", EventRow.class, Map.of("subject", subject));
  }

  /** What was refused under a source and id. */
  public List<LetterRow> letters(String source, String id) {
    return store.rows("trace-letters", LetterRow.class, Map.of("source", source, "id", id));
  }

  /** The contents of an event, when it came with several. */
  public List<RevisionRow> revisions(String source, String id) {
    return store.rows("trace-revisions", RevisionRow.class, Map.of("source", source, "id", id));
  }

  /** Findings that rest on an entity. */
  public List<AlertRow> alerts(String subject, Instant now) {
    return store.rows("trace-alerts", AlertRow.class, Map.of("subject", subject, "now", now));
  }
}

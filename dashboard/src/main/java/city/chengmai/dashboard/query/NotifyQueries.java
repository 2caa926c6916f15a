package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What notifiers ask: when findings stood, and what was told already. */
public final class NotifyQueries {

  /**
   * When a finding stood.
   *
   * @param told the alert that others are told of; of overdue cases each by itself
   * @param alertKey what people act on
   * @param standing how far people are with it; empty when nothing of it stands
   * @param endedAt null while it stands
   * @param resolvedAt when people said last that it is dealt with; null when they did not, or did
   *     something else after
   */
  public record FindingTimeRow(
      String told,
      String alertKey,
      String rule,
      String severity,
      String areaId,
      List<String> areas,
      String pausedBy,
      Instant raisedAt,
      Instant endedAt,
      String standing,
      Instant resolvedAt) {}

  /** The last attempt of a delivery. */
  public record LoggedRow(
      String deliveryId,
      String channel,
      String kind,
      String occasion,
      List<String> alertIds,
      int attempt,
      String state,
      String answer,
      Instant nextAt,
      Instant createdAt,
      Instant triedAt) {}

  private final Store store;

  /** Questions to this store. */
  public NotifyQueries(Store store) {
    this.store = store;
  }

  /**
   * All findings of the alerts of which one was raised since a moment, which are to be told, or
   * which were told and have not ended long ago.
   *
   * @param kept ends before this moment are of no interest
   */
  public List<FindingTimeRow> findings(Instant now, Instant since, Instant kept) {
    return store.rows(
        "notify-findings", FindingTimeRow.class, Map.of("now", now, "since", since, "kept", kept));
  }

  /**
   * Deliveries since a moment, all that have not ended, and what was told of the alerts of {@link
   * #findings}.
   *
   * @param kept deliveries since then
   */
  public List<LoggedRow> log(Instant now, Instant since, Instant kept) {
    return store.rows(
        "notify-log", LoggedRow.class, Map.of("now", now, "since", since, "kept", kept));
  }
}

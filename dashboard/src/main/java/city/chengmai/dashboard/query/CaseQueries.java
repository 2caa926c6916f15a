package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases, one by one. */
public final class CaseQueries {

  /** An open case in a list. */
  public record OpenCaseRow(
      String caseId,
      String category,
      String level,
      String grid,
      String address,
      String description,
      String unit,
      String stage,
      Instant reportedAt,
      Instant dueAt,
      int suspended,
      int returns,
      int reopenings) {}

  /** Everything known of a case. */
  public record CaseRow(
      String caseId,
      String source,
      String channel,
      String category,
      String kind,
      String level,
      String grid,
      String overlayGrid,
      Double longitude,
      Double latitude,
      String address,
      String description,
      String unit,
      String stage,
      Instant reportedAt,
      Instant verifiedAt,
      Instant acceptedAt,
      Instant filedAt,
      Instant dueAt,
      Instant dispatchedAt,
      Instant disposedAt,
      Instant checkedAt,
      Instant closedAt,
      Instant cancelledAt,
      int suspended,
      int extensions,
      int suspensions,
      int returns,
      int reworks,
      int reopenings,
      String orderId,
      String siteId) {}

  /**
   * An event of a case.
   *
   * @param data payload as JSON
   */
  public record CaseEventRow(
      String source, String id, String type, Instant occurredAt, Instant recordedAt, String data) {}

  private final Store store;

  /** Questions to this store. */
  public CaseQueries(Store store) {
    this.store = store;
  }

  /** Open cases of a grid, or of the city when it is empty; the longest overdue first. */
  public List<OpenCaseRow> open(String grid, Instant now, boolean onlyOverdue, int limit) {
    return store.rows(
        "open-cases",
        OpenCaseRow.class,
        Map.of("grid", grid, "now", now, "overdue", onlyOverdue ? 1 : 0, "limit", limit));
  }

  /** The case of this id. */
  public Optional<CaseRow> find(String caseId) {
    return store.row("case", CaseRow.class, Map.of("case", caseId));
  }

  /** What happened to it, oldest first, at most 500. */
  public List<CaseEventRow> events(String caseId) {
    return store.rows("case-events", CaseEventRow.class, Map.of("case", caseId));
  }
}

package city.chengmai.dashboard.query;

import city.chengmai.datasets.calendar.NextWorkingDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** A hotline order behind an indicator. */
  public record OrderRow(
      String orderId,
      String category,
      String caseId,
      Instant receivedAt,
      Instant dueAt,
      Instant firstContactedAt,
      Instant repliedAt,
      String outcome,
      String satisfaction) {}

  /**
   * Which rows stand behind an indicator: those of a grid in a window.
   *
   * @param nextWorkingDays when a contact is due, for the days of the window
   */
  public record Behind(
      String indicator,
      String grid,
      Instant start,
      Instant now,
      ZoneId zone,
      NextWorkingDays nextWorkingDays) {}

  /** Indicators whose cases or orders can be listed; the queries answer nothing for others. */
  private static final Set<String> LISTED =
      Set.of("M01", "M02", "M03", "M04", "M05", "O01", "O03", "O04", "S01", "S02", "S03", "S04");

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

  /** Whether the cases or orders behind an indicator can be listed. */
  public static boolean lists(String indicator) {
    return LISTED.contains(indicator);
  }

  /** The cases behind an indicator of a grid. */
  public List<OpenCaseRow> behind(Behind question, int limit) {
    return store.rows("indicator-cases", OpenCaseRow.class, parameters(question, limit));
  }

  /** The hotline orders behind an indicator of a grid. */
  public List<OrderRow> ordersBehind(Behind question, int limit) {
    Map<String, Object> parameters = new HashMap<>(parameters(question, limit));
    parameters.put("zone", question.zone().getId());
    parameters.put("days", question.nextWorkingDays().days());
    parameters.put("steps", question.nextWorkingDays().steps());
    return store.rows("indicator-orders", OrderRow.class, parameters);
  }

  private static Map<String, Object> parameters(Behind question, int limit) {
    return Map.of(
        "indicator", question.indicator(),
        "grid", question.grid(),
        "start", question.start(),
        "now", question.now(),
        "limit", limit);
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

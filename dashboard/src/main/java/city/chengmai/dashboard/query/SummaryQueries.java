package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The counts at the end of a headless run. */
public final class SummaryQueries {

  /**
   * All cases.
   *
   * @param due cases with a due time
   * @param closedByDue of those, closed by it
   */
  public record CasesRow(
      long cases, long closed, long open, long cancelled, long due, long closedByDue) {}

  /** Refusals of one reason. */
  public record DeadLettersRow(String reason, long letters) {}

  /** Requests that are dead letters and no case. */
  public record RefusedRow(long refused) {}

  /**
   * The latest day's portraits.
   *
   * @param portraits 0 when nothing is computed; the time then means nothing
   */
  public record GridsRow(long grids, long graded, Instant dataAsOf, long portraits) {}

  /** One of the strongest alerts. */
  public record AlertRow(
      LocalDate day, String area, String category, double observed, Double expected) {}

  private final Store store;

  /** Questions to this store. */
  public SummaryQueries(Store store) {
    this.store = store;
  }

  /** All cases. */
  public CasesRow cases() {
    return store.row("summary-cases", CasesRow.class, Map.of()).orElseThrow();
  }

  /** Refusals by reason, most first. */
  public List<DeadLettersRow> deadLetters() {
    return store.rows("summary-dead-letters", DeadLettersRow.class, Map.of());
  }

  /** Requests that ended as dead letters. */
  public long refusedRequests() {
    return store
        .row("summary-refused-requests", RefusedRow.class, Map.of())
        .orElseThrow()
        .refused();
  }

  /** Grids with a grade. */
  public GridsRow grids() {
    return store.row("summary-grids", GridsRow.class, Map.of()).orElseThrow();
  }

  /** The ten strongest alerts. */
  public List<AlertRow> strongestAlerts() {
    return store.rows("summary-alerts", AlertRow.class, Map.of());
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schedules of kept statements, their runs and the alerts that they raised. */
public final class ScheduleQueries {

  /** A schedule; the components are the columns of the table. */
  public record ScheduleRow(
      String queryId,
      int number,
      String stepId,
      int queryEdition,
      String standing,
      String cadence,
      int every,
      int minuteOfDay,
      int weekday,
      String condition,
      double bound,
      int streak,
      String severity,
      String actor,
      Instant madeAt) {}

  /** A run; the components are the columns of the table. */
  public record RunRow(
      String queryId,
      Instant dueAt,
      int number,
      int queryEdition,
      Instant startedAt,
      long milliseconds,
      long resultRows,
      Double value,
      String verdict,
      String reason,
      String argument,
      String detail) {}

  /** Runs since a moment. */
  public record CountRow(long runs, long failed) {}

  /** A dashboard that wants to run a statement. */
  public record ClaimRow(String process, Instant claimedAt) {}

  /** A finding that stands; the components are the columns of the table. */
  public record StandingRow(
      String alertId,
      String groupId,
      String severity,
      String areaId,
      String subject,
      Instant periodStart,
      Instant periodEnd,
      double observed,
      Double lower,
      Double upper,
      long evidenceTotal,
      Map<String, String> details,
      Instant raisedAt) {}

  private final Store store;

  /** Questions to this store. */
  public ScheduleQueries(Store store) {
    this.store = store;
  }

  /** The schedules that hold, on or off. */
  public List<ScheduleRow> all() {
    return store.rows("schedules", ScheduleRow.class, Map.of("query", ""));
  }

  /** The schedule of a statement that holds. */
  public Optional<ScheduleRow> latest(String query) {
    return store.rows("schedules", ScheduleRow.class, Map.of("query", query)).stream().findFirst();
  }

  /** The latest runs of a statement, latest first. */
  public List<RunRow> runs(String query, int limit) {
    return store.rows("schedule-runs", RunRow.class, Map.of("query", query, "limit", limit));
  }

  /** How many runs of a statement there were since a moment. */
  public CountRow count(String query, Instant since) {
    return store
        .rows("schedule-failures", CountRow.class, Map.of("query", query, "since", since))
        .get(0);
  }

  /** Who claimed a run since a moment, by name. */
  public List<ClaimRow> claims(String query, Instant due, Instant since) {
    return store.rows(
        "schedule-claims", ClaimRow.class, Map.of("query", query, "due", due, "since", since));
  }

  /** Findings of scheduled statements that stand, the earliest first. */
  public List<StandingRow> standing() {
    return store.rows("schedule-alerts", StandingRow.class, Map.of());
  }
}

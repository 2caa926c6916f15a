package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Base records that people put right (基础数据校准): steps, disagreements, what other systems told. */
public final class RecordQueries {

  /** Rows of a list at most. */
  public static final int LIMIT = 100;

  /**
   * A step on a record.
   *
   * @param correctionId the step that began it
   * @param change relative; null where it cannot be measured
   * @param bound null when every change needs an approver
   * @param holds 0 when another of the same number was a moment earlier
   */
  public record StepRow(
      String recordKind,
      String recordId,
      int edition,
      String stepId,
      int basedOn,
      String correctionId,
      String step,
      String field,
      String before,
      String after,
      Double change,
      Double bound,
      String discrepancyId,
      String actor,
      String comment,
      Instant actedAt,
      int holds) {}

  /** A correction that waits for a person. */
  public record WaitingRow(
      String recordKind,
      String recordId,
      String correctionId,
      String step,
      String field,
      String before,
      String after,
      Double change,
      Double bound,
      String proposer,
      Instant proposedAt) {}

  /**
   * A disagreement (误差).
   *
   * @param toldAt when its source told that it is settled; null until then
   * @param state open, waiting, explained, corrected
   */
  public record DiscrepancyRow(
      String discrepancyId,
      String recordKind,
      String recordId,
      String field,
      String recordedValue,
      String observedValue,
      String app,
      Instant foundAt,
      Instant toldAt,
      String state,
      long total) {}

  /**
   * Disagreements seen with an app.
   *
   * @param medianDays from found to settled; null while none is
   */
  public record AppRow(
      String app, long found, long corrected, long explained, long open, Double medianDays) {}

  /**
   * A disagreement about a number.
   *
   * @param deviation of what the app saw from the record, of what the record says
   * @param total of this app and field, also those beyond the 300 latest
   */
  public record DriftRow(
      String app, String recordKind, String field, Instant foundAt, double deviation, long total) {}

  /** A correction that another system told of; a moment is null until it was told. */
  public record CalibrationRow(
      String calibrationId,
      String field,
      String before,
      String after,
      Double change,
      String reason,
      String stage,
      Instant proposedAt,
      Instant approvedAt,
      Instant rejectedAt,
      Instant appliedAt,
      Instant revertedAt) {}

  private static final int STEPS = 1000;

  private final Store store;

  /** Questions to this store. */
  public RecordQueries(Store store) {
    this.store = store;
  }

  /** The latest 1000 steps on one record, latest first. */
  public List<StepRow> steps(String kind, String record) {
    return steps(kind, record, STEPS);
  }

  /** The latest steps on all records, latest first. */
  public List<StepRow> latestSteps() {
    return steps("", "", LIMIT);
  }

  private List<StepRow> steps(String kind, String record, int limit) {
    return store.rows(
        "record-steps", StepRow.class, Map.of("kind", kind, "record", record, "limit", limit));
  }

  /** Corrections that wait for a person, oldest first. */
  public List<WaitingRow> waiting() {
    return store.rows("record-waiting", WaitingRow.class, Map.of());
  }

  /** Open disagreements about all records, newest first. */
  public List<DiscrepancyRow> openDiscrepancies(Instant now) {
    return discrepancies("", "", now);
  }

  /** All disagreements about one record, newest first; of all records the open ones. */
  public List<DiscrepancyRow> discrepancies(String kind, String record, Instant now) {
    return store.rows(
        "record-discrepancies",
        DiscrepancyRow.class,
        Map.of("kind", kind, "record", record, "now", now, "limit", LIMIT));
  }

  /** Disagreements found within a time, by app, most first. */
  public List<AppRow> apps(Instant from, Instant until) {
    return store.rows("record-apps", AppRow.class, Map.of("from", from, "until", until));
  }

  /** Disagreements about numbers found within a time, by app and field, latest first. */
  public List<DriftRow> drift(Instant from, Instant until) {
    return store.rows("record-drift", DriftRow.class, Map.of("from", from, "until", until));
  }

  /** Corrections of a record that other systems told of, latest first. */
  public List<CalibrationRow> calibrations(String kind, String record, Instant now) {
    return store.rows(
        "record-calibrations",
        CalibrationRow.class,
        Map.of("kind", kind, "record", record, "now", now));
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measures of the whole sub-district that are in no grid's portrait. */
public final class MeasureQueries {

  /**
   * A milestone of a people's project (民心工程).
   *
   * @param dueAt null when it has no due time
   * @param doneAt null until it is reached
   * @param stage planned, started, reached, dropped
   */
  public record MilestoneRow(
      String milestoneId,
      String projectId,
      String name,
      String unit,
      Instant dueAt,
      Instant doneAt,
      String stage) {}

  /**
   * Staircases that stand at a stage of getting a lift (加装电梯).
   *
   * @param stage 1 consulting, 2 signed, 3 under approval, 4 under construction, 5 finished
   * @param homes homes on these staircases
   * @param medianDays days since they got there, the median
   * @param overdue those past the day they should have been finished
   */
  public record LiftStageRow(
      int stage, long staircases, long estates, long homes, double medianDays, long overdue) {}

  /**
   * A staircase with the moments of its stages; null for those that it has not got to.
   *
   * @param grid the residents' committee; empty when it could not be located
   * @param dueAt until when it should be finished; null when nobody said
   */
  public record StaircaseRow(
      String staircaseId,
      String grid,
      Instant dueAt,
      Instant consultingAt,
      Instant signedAt,
      Instant approvalAt,
      Instant constructionAt,
      Instant finishedAt) {

    /** The five moments in order. */
    public Instant[] times() {
      return new Instant[] {consultingAt, signedAt, approvalAt, constructionAt, finishedAt};
    }
  }

  /** Milestones that a milestone waits for (后续工程), by their ids. */
  public record FollowRow(String milestoneId, List<String> follows) {}

  /** Acts by class (七分服务、两分管理、一分执法). */
  public record ActionsRow(long service, long management, long enforcement) {}

  /** Call-backs of the hotline. */
  public record CallbacksRow(long answered, long called) {}

  /**
   * Visits and what enterprises asked for.
   *
   * @param visits to whomever
   * @param returned of them, those that people came back from
   * @param issues that these visits brought up
   * @param onSpot of them, those answered there and then
   * @param contacts of the visits, those to enterprises and shops
   * @param appeals that enterprises raised
   * @param solved of them by the end
   * @param open of them, those without an answer at the end
   */
  public record ContactsRow(
      long visits,
      long returned,
      long issues,
      long onSpot,
      long contacts,
      long appeals,
      long solved,
      long open) {}

  /** Filed cases of a level (三级分类), and how many of them are closed. */
  public record LevelRow(String level, long filed, long closed) {}

  private final Store store;

  /** Questions to this store. */
  public MeasureQueries(Store store) {
    this.store = store;
  }

  /** All milestones as they stood, the earliest due first. */
  public List<MilestoneRow> milestones(Instant now) {
    return store.rows("measure-milestones", MilestoneRow.class, Map.of("now", now));
  }

  /** Stages that any staircase stands at, in order. */
  public List<LiftStageRow> lifts(Instant now) {
    return store.rows("measure-lifts", LiftStageRow.class, Map.of("now", now));
  }

  /** Staircases that anybody has begun with, as they stood. */
  public List<StaircaseRow> staircases(Instant now) {
    return store.rows("measure-staircases", StaircaseRow.class, Map.of("now", now));
  }

  /** What milestones wait for, as it was told until then. */
  public List<FollowRow> follows(Instant now) {
    return store.rows("measure-follows", FollowRow.class, Map.of("now", now));
  }

  /** Acts of a time, its end not included. */
  public ActionsRow actions(Instant from, Instant until) {
    return store
        .row("measure-actions", ActionsRow.class, Map.of("from", from, "until", until))
        .orElseThrow();
  }

  /** Call-backs of a time, its end not included. */
  public CallbacksRow callbacks(Instant from, Instant until) {
    return store
        .row("measure-callbacks", CallbacksRow.class, Map.of("from", from, "until", until))
        .orElseThrow();
  }

  /** Visits and appeals of a time, its end not included. */
  public ContactsRow contacts(Instant from, Instant until) {
    return store
        .row("measure-contacts", ContactsRow.class, Map.of("from", from, "until", until))
        .orElseThrow();
  }

  /** Cases filed in a time by level, its end not included; levels without a case are missing. */
  public List<LevelRow> levels(Instant from, Instant until) {
    return store.rows("measure-levels", LevelRow.class, Map.of("from", from, "until", until));
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computing models: their runs, their hits, and what was done about these. */
public final class EmpowermentQueries {

  /** What became of the hits of a model. */
  public record CountRow(
      String modelId,
      long hits,
      long standing,
      long unchecked,
      long handed,
      long confirmed,
      long rejected,
      long adopted,
      long declined) {

    /** Of a model without hits. */
    public static CountRow none(String model) {
      return new CountRow(model, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  /** A run. */
  public record RunRow(
      String modelId,
      int modelVersion,
      LocalDate day,
      String state,
      String message,
      long findings,
      Map<String, Double> numbers,
      String question,
      long milliseconds,
      Instant dataAsOf) {}

  /** A hit. */
  public record HitRow(
      String hitId,
      String modelId,
      int modelVersion,
      String department,
      String areaId,
      String subject,
      String subjectKind,
      double score,
      List<String> evidence,
      long evidenceTotal,
      Map<String, String> details,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate endedDay) {}

  /** What somebody did about a hit. */
  public record ActionRow(
      String hitId,
      String actionId,
      String action,
      String actor,
      String department,
      String comment,
      Instant actedAt) {}

  /**
   * Checks on site of the hits of a model within a time.
   *
   * @param confirmed of the hits checked, those that were true
   * @param timed of the hits checked, those of which every check said how long it took
   * @param minutes of the timed ones together
   */
  public record TimeRow(String modelId, long checked, long confirmed, long timed, long minutes) {}

  /**
   * How long finding one matter by hand takes, as a department tells.
   *
   * @param ground how that is known
   */
  public record EffortRow(
      String modelId, String effortId, long minutes, String ground, String actor, Instant toldAt) {}

  private static final int RUNS_SHOWN = 12;

  private final Store store;

  /** Questions to this store. */
  public EmpowermentQueries(Store store) {
    this.store = store;
  }

  /** Counts by model. */
  public List<CountRow> counts() {
    return store.rows("model-counts", CountRow.class, Map.of());
  }

  /** Checks on site by model; a model without any has no row. */
  public List<TimeRow> times(Instant from, Instant until) {
    return store.rows("model-time", TimeRow.class, Map.of("from", from, "until", until));
  }

  /**
   * What departments told of finding by hand, latest first.
   *
   * @param model empty for all
   */
  public List<EffortRow> efforts(String model) {
    return store.rows("model-efforts", EffortRow.class, Map.of("model", model));
  }

  /** The last run of each model. */
  public List<RunRow> lastRuns() {
    return store.rows("model-runs", RunRow.class, Map.of("model", "", "runs", 1));
  }

  /** The last runs of a model. */
  public List<RunRow> runs(String model) {
    return store.rows("model-runs", RunRow.class, Map.of("model", model, "runs", RUNS_SHOWN));
  }

  /** Hits of a model, unchecked ones first, at most 200. */
  public List<HitRow> hits(String model) {
    return store.rows("model-hits", HitRow.class, Map.of("model", model, "hit", ""));
  }

  /** The hit of this id. */
  public Optional<HitRow> hit(String id) {
    return store.row("model-hits", HitRow.class, Map.of("model", "", "hit", id));
  }

  /** What was done about the hits of a model, latest first. */
  public List<ActionRow> actionsOfModel(String model) {
    return store.rows("hit-actions", ActionRow.class, Map.of("model", model, "hit", ""));
  }

  /** What was done about a hit, latest first. */
  public List<ActionRow> actions(String hit) {
    return store.rows("hit-actions", ActionRow.class, Map.of("model", "", "hit", hit));
  }
}

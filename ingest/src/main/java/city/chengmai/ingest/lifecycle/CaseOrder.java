package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides which of several waiting steps a case can take: as many as possible, while it keeps every
 * step it has taken. The stage alone decides what comes next, so that for each place in time and
 * each stage one best way is enough.
 */
final class CaseOrder {

  private static final List<CaseStage> STAGES = List.of(CaseStage.values());

  /** Before the report. */
  private static final int NOWHERE = STAGES.size();

  private static final int UNREACHED = -1;

  private final List<CaseStep> steps;
  private final List<Boolean> optional;

  private CaseOrder(List<CaseStep> steps, List<Boolean> optional) {
    this.steps = steps;
    this.optional = optional;
  }

  /**
   * The taken steps and as many of the waiting as can be taken with them, in order of time.
   *
   * @return empty when even the taken ones are no possible life
   */
  static Optional<List<CaseStep>> fit(List<CaseStep> taken, List<CaseStep> waiting) {
    List<CaseStep> all = new ArrayList<>(taken);
    List<Boolean> optional = new ArrayList<>(taken.stream().map(step -> false).toList());
    for (CaseStep step : waiting) {
      int at = all.size();
      while (at > 0 && all.get(at - 1).time().isAfter(step.time())) {
        at--;
      }
      all.add(at, step);
      optional.add(at, true);
    }
    return new CaseOrder(all, optional).best();
  }

  /** Whether these steps, in this order, are a possible life. */
  static boolean isPossible(List<CaseStep> steps) {
    int stage = NOWHERE;
    for (CaseStep step : steps) {
      stage = after(stage, step.type());
      if (stage == UNREACHED) {
        return false;
      }
    }
    return true;
  }

  private Optional<List<CaseStep>> best() {
    int[][] from = new int[steps.size() + 1][];
    int[] counts = nothing();
    counts[NOWHERE] = 0;
    for (int i = 0; i < steps.size(); i++) {
      int[] next = nothing();
      from[i + 1] = nothing();
      for (int stage = 0; stage <= NOWHERE; stage++) {
        if (counts[stage] != UNREACHED) {
          advance(i, stage, counts[stage], next, from[i + 1]);
        }
      }
      counts = next;
    }
    int end = largest(counts);
    return counts[end] == UNREACHED ? Optional.empty() : Optional.of(path(from, end));
  }

  private void advance(int step, int stage, int count, int[] next, int[] from) {
    int gain = optional.get(step) ? 1 : 0;
    int after = after(stage, steps.get(step).type());
    if (after != UNREACHED && count + gain > next[after]) {
      next[after] = count + gain;
      // Twice the stage, and one more for a step that was taken.
      from[after] = 2 * stage + 1;
    }
    if (gain == 1 && count > next[stage]) {
      next[stage] = count;
      from[stage] = 2 * stage;
    }
  }

  private List<CaseStep> path(int[][] from, int end) {
    List<CaseStep> path = new ArrayList<>();
    int stage = end;
    for (int i = steps.size(); i > 0; i--) {
      int came = from[i][stage];
      if (came % 2 == 1) {
        path.add(0, steps.get(i - 1));
      }
      stage = came / 2;
    }
    return path;
  }

  private static int after(int stage, EventType type) {
    if (stage == NOWHERE) {
      return type == EventType.CASE_REPORTED ? STAGES.indexOf(CaseStage.REPORTED) : UNREACHED;
    }
    return type == EventType.CASE_REPORTED
        ? UNREACHED
        : STAGES.get(stage).after(type).map(STAGES::indexOf).orElse(UNREACHED);
  }

  private static int[] nothing() {
    int[] counts = new int[NOWHERE + 1];
    Arrays.fill(counts, UNREACHED);
    return counts;
  }

  private static int largest(int[] counts) {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }
}

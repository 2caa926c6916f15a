package city.chengmai.dashboard.record;

import city.chengmai.dashboard.query.RecordQueries.StepRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A correction of a field (校准) with its steps, or an explanation.
 *
 * @param first what began it
 * @param last kind of its last step
 * @param lastEdition number of its last step
 */
public record Correction(StepRow first, StepKind last, int lastEdition) {

  /** Corrections of one record, latest first, of its steps in any order; only those that hold. */
  public static List<Correction> of(List<StepRow> steps) {
    List<StepRow> ordered =
        steps.stream()
            .filter(step -> step.holds() == 1)
            .sorted((one, other) -> Integer.compare(one.edition(), other.edition()))
            .toList();
    Map<String, Correction> found = new LinkedHashMap<>();
    for (StepRow step : ordered) {
      StepKind.of(step.step())
          .ifPresent(
              kind ->
                  found.merge(
                      step.correctionId(),
                      new Correction(step, kind, step.edition()),
                      (before, after) ->
                          new Correction(before.first, after.last, after.lastEdition)));
    }
    List<Correction> latestFirst = new ArrayList<>(found.values());
    Collections.reverse(latestFirst);
    return latestFirst;
  }

  /**
   * What the sources tell of a field, when the file holds this value after these corrections.
   *
   * @param all corrections of the record, in any order
   */
  static String told(List<Correction> all, String field, String value) {
    List<Correction> applied =
        all.stream()
            .filter(one -> one.last == StepKind.APPLY && one.first.field().equals(field))
            .sorted((one, other) -> Integer.compare(other.lastEdition, one.lastEdition))
            .toList();
    String told = value;
    for (Correction one : applied) {
      told = FieldValue.same(one.first.after(), told) ? one.first.before() : told;
    }
    return told;
  }

  /** Given by whoever began it. */
  public String id() {
    return first.correctionId();
  }

  /** Whether the change can be measured and lies within its bound. */
  public boolean isWithinBound() {
    return first.change() != null
        && first.bound() != null
        && Math.abs(first.change()) <= first.bound() + 1e-9;
  }

  /** What may be done now, when these are all corrections of the record. */
  public List<StepKind> allowed(List<Correction> all) {
    return switch (last) {
      case PROPOSE -> List.of(isWithinBound() ? StepKind.APPLY : StepKind.APPROVE, StepKind.REJECT);
      case APPROVE -> List.of(StepKind.APPLY, StepKind.REJECT);
      case APPLY -> isLastApplied(all) ? List.of(StepKind.REVERT) : List.of();
      default -> List.of();
    };
  }

  private boolean isLastApplied(List<Correction> all) {
    return all.stream()
        .filter(one -> one.last == StepKind.APPLY && one.first.field().equals(first.field()))
        .noneMatch(one -> one.lastEdition > lastEdition);
  }
}

package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How one event changes the history of a case, alone or with events that have waited. */
final class CaseChange {

  private final DueTimes dueTimes;

  CaseChange(DueTimes dueTimes) {
    this.dueTimes = dueTimes;
  }

  /**
   * The history with a new event, or with it and those waiting when only all together are possible.
   *
   * @param before null when the case was never reported
   */
  CaseHistory with(CaseHistory before, Sighting sighting, List<Sighting> waiting) throws Refusal {
    CaseHistory history = started(before, sighting);
    CaseStep step = CaseStep.of(sighting, dueTimes);
    Optional<List<CaseStep>> alone = anywhereInItsMoment(history.steps(), step);
    if (alone.isPresent()) {
      return history.withSteps(alone.get());
    }
    List<CaseStep> candidates = new ArrayList<>(List.of(step));
    candidates.addAll(steps(waiting));
    List<CaseStep> most = CaseOrder.fit(history.steps(), candidates).orElse(List.of());
    if (most.contains(step)) {
      return history.withSteps(most);
    }
    throw refusal(history.steps(), step);
  }

  private static CaseHistory started(CaseHistory before, Sighting sighting) throws Refusal {
    if (before != null) {
      return before;
    }
    if (sighting.event().type() != EventType.CASE_REPORTED) {
      throw Refusal.missing(
          sighting.event().type().localName()
              + " came for a case that was never reported; missing before it: "
              + MissingSteps.between(null, sighting.event().type()));
    }
    return new CaseHistory(CaseReport.of(sighting), List.of(), 0);
  }

  // Many sources know time to the second: what came last in a moment need not have happened last.
  private static Optional<List<CaseStep>> anywhereInItsMoment(List<CaseStep> steps, CaseStep step) {
    List<CaseStep> longer = Step.with(steps, step);
    int at = longer.indexOf(step);
    while (true) {
      boolean isFirst = at == 0 || longer.get(at - 1).time().isBefore(step.time());
      if (CaseOrder.isPossible(longer)) {
        return Optional.of(longer);
      }
      if (isFirst) {
        return Optional.empty();
      }
      longer.set(at, longer.get(at - 1));
      longer.set(at - 1, step);
      at--;
    }
  }

  private Refusal refusal(List<CaseStep> steps, CaseStep step) {
    try {
      CaseState.of(Step.with(steps, step), dueTimes);
      throw new IllegalStateException("a possible order was refused");
    } catch (Refusal refusal) {
      boolean beforeReport = !steps.isEmpty() && step.time().isBefore(steps.get(0).time());
      return beforeReport
          ? new Refusal(DeadLetterReason.IMPOSSIBLE_ORDER, beforeReport(steps, step))
          : refusal;
    }
  }

  private static String beforeReport(List<CaseStep> steps, CaseStep step) {
    return step.type().localName()
        + " at "
        + step.time()
        + " lies before the report at "
        + steps.get(0).time();
  }

  /** The history with other content for a step that it has. */
  CaseHistory revised(CaseHistory before, Sighting sighting) throws Refusal {
    CaseStep step = CaseStep.of(sighting, dueTimes);
    List<CaseStep> steps = before == null ? null : Step.revised(before.steps(), step);
    if (steps == null) {
      throw Revisions.unknownStep("case");
    }
    boolean isReport = step.type() == EventType.CASE_REPORTED;
    CaseReport report = isReport ? CaseReport.of(sighting) : before.report();
    CaseState.of(steps, dueTimes);
    return new CaseHistory(report, steps, before.revisions() + 1);
  }

  /** The history with as many of the waiting as it can take. */
  CaseHistory withWaiting(CaseHistory history, List<Sighting> waiting) {
    if (waiting.isEmpty()) {
      return history;
    }
    Set<Long> known = identities(history);
    List<CaseStep> candidates =
        steps(waiting).stream().filter(step -> !known.contains(step.identity())).toList();
    return CaseOrder.fit(history.steps(), candidates).map(history::withSteps).orElse(history);
  }

  /** Those of the waiting that the history has. */
  static List<Sighting> taken(CaseHistory history, List<Sighting> waiting) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    Set<Long> known = identities(history);
    return waiting.stream().filter(sighting -> known.contains(sighting.identity())).toList();
  }

  private List<CaseStep> steps(List<Sighting> waiting) {
    return waiting.stream().map(sighting -> CaseStep.of(sighting, dueTimes)).toList();
  }

  private static Set<Long> identities(CaseHistory history) {
    Set<Long> identities = new HashSet<>();
    history.steps().forEach(step -> identities.add(step.identity()));
    return identities;
  }
}

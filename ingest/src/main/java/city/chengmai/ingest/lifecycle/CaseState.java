package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a case stands after its steps (案件状态). Mutable and short-lived: made by folding a {@link
 * CaseHistory}, turned into a row, forgotten.
 */
final class CaseState {

  /** An open case has no times of handling; the counts and the events keep its past. */
  private static final Set<EventType> UNDONE_BY_REOPENING =
      EnumSet.of(EventType.CASE_DISPOSED, EventType.CASE_CHECKED, EventType.CASE_CLOSED);

  private final Map<EventType, Instant> latest = new EnumMap<>(EventType.class);
  private final Map<EventType, Integer> counts = new EnumMap<>(EventType.class);
  private final CaseClock clock;
  private CaseStage stage;
  private Instant updatedAt;
  private String level = "";
  private String unit = "";
  private String lastDispatched = "";
  private boolean lastCheckFailed;
  private int reworks;

  private CaseState(DueTimes dueTimes) {
    clock = new CaseClock(dueTimes);
  }

  static CaseState of(List<CaseStep> steps, DueTimes dueTimes) throws Refusal {
    CaseState state = new CaseState(dueTimes);
    for (CaseStep step : steps) {
      state.take(step);
    }
    return state;
  }

  private void take(CaseStep step) throws Refusal {
    CaseStage before = stage;
    stage = next(step);
    updatedAt = step.time();
    latest.put(step.type(), step.time());
    counts.merge(step.type(), 1, Integer::sum);
    clock.take(step);
    level = step.level().isEmpty() ? level : step.level();
    switch (step.type()) {
      case CASE_DISPATCHED -> dispatch(step, before);
      case CASE_DISPOSED -> unit = unit.isEmpty() ? step.unit() : unit;
      case CASE_CHECKED -> check(step);
      case CASE_REOPENED -> UNDONE_BY_REOPENING.forEach(latest::remove);
      default -> {}
    }
  }

  private CaseStage next(CaseStep step) throws Refusal {
    if (stage == null && step.type() == EventType.CASE_REPORTED) {
      return CaseStage.REPORTED;
    }
    if (stage != null && step.type() != EventType.CASE_REPORTED) {
      var after = stage.after(step.type());
      if (after.isPresent()) {
        return after.get();
      }
    }
    throw impossible(step);
  }

  private Refusal impossible(CaseStep step) {
    String from = stage == null ? "nothing reported" : "stage " + stage.wireName();
    String detail = step.type().localName() + " at " + step.time() + " is not a step from " + from;
    String missing = MissingSteps.between(stage, step.type());
    return missing.isEmpty()
        ? new Refusal(DeadLetterReason.IMPOSSIBLE_ORDER, detail)
        : Refusal.missing(detail + "; missing before it: " + missing);
  }

  // What an inspector found not done is not done: the case must not count as disposed.
  private void check(CaseStep step) {
    lastCheckFailed = step.failed();
    if (lastCheckFailed) {
      latest.remove(EventType.CASE_DISPOSED);
    }
  }

  // Rework (返工) counts only when a failed check sends the case back to the unit that did it.
  private void dispatch(CaseStep step, CaseStage before) {
    if (before == CaseStage.CHECKED && lastCheckFailed && step.unit().equals(lastDispatched)) {
      reworks++;
    }
    lastDispatched = step.unit();
    unit = step.unit();
  }

  CaseStage stage() {
    return stage;
  }

  CaseClock clock() {
    return clock;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  String level() {
    return level;
  }

  String unit() {
    return unit;
  }

  int reworks() {
    return reworks;
  }

  /** Time of the latest event of this type, null when there is none that still counts. */
  Instant latest(EventType type) {
    return latest.get(type);
  }

  int count(EventType type) {
    return counts.getOrDefault(type, 0);
  }
}

package city.chengmai.ingest.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a case (办理时限): started by filing, stopped while suspended (挂账), moved by an
 * extension (延期), started anew with the same limit when the case is re-opened. Mutable and
 * short-lived like {@link CaseState}.
 */
final class CaseClock {

  private final DueTimes dueTimes;
  private Instant startedAt;
  private Instant stoppedAt;
  private Instant dueAt;
  private Duration stopped = Duration.ZERO;

  CaseClock(DueTimes dueTimes) {
    this.dueTimes = dueTimes;
  }

  void take(CaseStep step) {
    dueAt = step.dueAt() == null ? dueAt : step.dueAt();
    switch (step.type()) {
      case CASE_FILED -> startedAt = step.time();
      case CASE_SUSPENDED -> stoppedAt = step.time();
      case CASE_RESUMED -> resume(step.time());
      case CASE_REOPENED -> restart(step);
      default -> {}
    }
  }

  private void resume(Instant now) {
    if (dueAt != null) {
      dueAt = dueTimes.moved(dueAt, stoppedAt, now);
      stopped = stopped.plus(dueTimes.between(stoppedAt, now));
    }
    stoppedAt = null;
  }

  // The limit is what lay between filing and due time without the time that did not count.
  private void restart(CaseStep step) {
    if (dueAt != null && startedAt != null && step.dueAt() == null) {
      dueAt = dueTimes.restarted(startedAt, dueAt, stopped, step.time());
    }
    startedAt = step.time();
    stopped = Duration.ZERO;
  }

  /** When it started, null before. */
  Instant startedAt() {
    return startedAt;
  }

  /** When the case is due, null when nobody said and no limit is known. */
  Instant dueAt() {
    return dueAt;
  }
}

package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One schedule of a kept statement (定时查询); a change is the next one.
 *
 * @param number from 1
 * @param queryEdition edition that runs, whatever was written since
 * @param on whether it runs
 * @param streak runs in succession that have to meet the condition
 * @param severity of its alert: alarm, warning or notice
 * @param actor who wrote it, as others see it
 * @param madeAt real time
 */
public record Schedule(
    String queryId,
    int number,
    int queryEdition,
    boolean on,
    Cadence cadence,
    Condition condition,
    int streak,
    String severity,
    String actor,
    Instant madeAt) {

  /** Runs in succession at most. */
  public static final int LONGEST_STREAK = 20;

  /** Checks that nothing is missing. */
  public Schedule {
    requireNonNull(queryId, "queryId");
    requireNonNull(cadence, "cadence");
    requireNonNull(condition, "condition");
    requireNonNull(severity, "severity");
    if (streak < 1 || streak > LONGEST_STREAK) {
      throw new IllegalArgumentException(
          "streak is " + streak + ", expected 1 to " + LONGEST_STREAK);
    }
  }

  /** The same, running no more. */
  public Schedule stopped() {
    return new Schedule(
        queryId, number, queryEdition, false, cadence, condition, streak, severity, actor, madeAt);
  }

  /** Whether it raises alerts. */
  public boolean alerts() {
    return on && condition.kind() != Condition.Kind.NONE;
  }
}

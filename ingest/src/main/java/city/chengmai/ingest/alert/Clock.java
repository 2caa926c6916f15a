package city.chengmai.ingest.alert;

import java.time.Instant;

/**
 * A deadline and what has become of it.
 *
 * @param deadline what is watched
 * @param raised severity of the alert that stands in the table, null while none does
 * @param version of its row there
 */
record Clock(Deadline deadline, Severity raised, long version) {

  static Clock of(Deadline deadline) {
    return new Clock(deadline, null, 0);
  }

  boolean isRaised() {
    return raised != null;
  }

  /** The next moment at which time alone changes something, null when it never does. */
  Instant next() {
    if (!isRaised()) {
      return deadline.from();
    }
    boolean mayGrow = raised != Severity.ALARM && deadline.alarmFrom() != null;
    return earlier(mayGrow ? deadline.alarmFrom() : null, deadline.until());
  }

  /** Whether the table should say something else now. */
  boolean isStale(Instant now) {
    return deadline.stands(now) ? raised != deadline.severity(now) : isRaised();
  }

  /** The same clock after its row was written. */
  Clock written(Instant now, long newVersion) {
    return new Clock(deadline, deadline.severity(now), newVersion);
  }

  private static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}

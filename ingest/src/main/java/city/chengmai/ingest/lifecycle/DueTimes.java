package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.calendar.WorkingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a case is due by the working calendar of the city (办理时限). Limits are working time; where a
 * due time was set such that no working time lies before it, the time on the wall is moved instead.
 *
 * <pre>
 *   filed      suspended        resumed                 due'
 *   [----used--)                [----what was left------)      due' = resumed + working time that was left
 * </pre>
 */
public final class DueTimes {

  private static final int MINUTES = 60;

  private final WorkingClock clock;

  /** Due times by this clock. */
  public DueTimes(WorkingClock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** When a case is due that was filed now and must be done within so many working hours. */
  Instant filed(Instant now, double limitHours) {
    return clock.plus(now, Duration.ofMinutes(Math.round(limitHours * MINUTES)));
  }

  /** A due time that was running at {@code stopped}, moved so that as much is left from now on. */
  Instant moved(Instant due, Instant stopped, Instant now) {
    if (!due.isAfter(stopped)) {
      return due;
    }
    Duration left = clock.between(stopped, due);
    return left.isZero() ? due.plus(Duration.between(stopped, now)) : clock.plus(now, left);
  }

  /**
   * The due time of a case that starts anew with the limit it had.
   *
   * @param stopped working time between start and due time that did not count
   */
  Instant restarted(Instant start, Instant due, Duration stopped, Instant now) {
    Duration limit = clock.between(start, due).minus(stopped);
    boolean onTheWall = limit.isNegative() || limit.isZero();
    return onTheWall ? now.plus(Duration.between(start, due)) : clock.plus(now, limit);
  }

  /** Working time between two moments. */
  Duration between(Instant start, Instant end) {
    return clock.between(start, end);
  }
}

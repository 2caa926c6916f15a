package city.chengmai.dashboard.chart;

import java.time.Instant;
import java.util.Objects;

/**
 * A range of values at a moment, such as the middle half of the peers.
 *
 * @param at the moment
 * @param low lower bound
 * @param high upper bound, not below {@code low}
 */
public record TimedRange(Instant at, double low, double high) {
  /** Checks the order of the bounds. */
  public TimedRange {
    Objects.requireNonNull(at, "at");
    if (low > high) {
      throw new IllegalArgumentException("low " + low + " is above high " + high + " at " + at);
    }
  }
}

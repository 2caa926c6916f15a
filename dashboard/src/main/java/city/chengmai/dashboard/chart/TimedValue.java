package city.chengmai.dashboard.chart;

import java.time.Instant;
import java.util.Objects;

/**
 * A value at a moment.
 *
 * @param at the moment, or the start of the interval the value belongs to
 * @param value the value; {@code NaN} leaves a gap
 */
public record TimedValue(Instant at, double value) {
  /** Checks that the moment is there. */
  public TimedValue {
    Objects.requireNonNull(at, "at");
  }
}

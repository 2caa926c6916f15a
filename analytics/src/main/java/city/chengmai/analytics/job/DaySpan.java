package city.chengmai.analytics.job;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Consecutive days of the city's zone, {@code [from, to)}.
 *
 * @param from first day
 * @param to day after the last
 */
public record DaySpan(LocalDate from, LocalDate to) implements Serializable {

  /** Checks the order. */
  public DaySpan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a span of days ends before it begins: " + from + ", " + to);
    }
  }

  /** Number of days. */
  public int days() {
    return (int) (to.toEpochDay() - from.toEpochDay());
  }

  int firstNumber() {
    return (int) from.toEpochDay();
  }

  int endNumber() {
    return (int) to.toEpochDay();
  }
}

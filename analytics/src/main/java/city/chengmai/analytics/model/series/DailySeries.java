package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Counts of consecutive days of a city's zone. Compared by identity; the array is not copied and
 * must not be changed.
 *
 * @param start day of the first count
 * @param counts one a day, zeros included
 */
@SuppressWarnings("ArrayRecordComponent") // Tens of thousands of them travel; a list would box.
public record DailySeries(LocalDate start, double[] counts) implements Serializable {

  /** Number of days. */
  public int length() {
    return counts.length;
  }

  /** The day at a position. */
  public LocalDate day(int index) {
    return start.plusDays(index);
  }

  /** Position of a day, negative before the start. */
  public int index(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(start, day);
  }

  /** Sum over {@code [from, to)}. */
  public double sum(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    return sum;
  }
}

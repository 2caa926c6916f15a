package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * Counts of consecutive periods. Compared by identity; the arrays are not copied and must not be
 * changed.
 *
 * @param start beginning of the first period, in the city's zone
 * @param cadence length of a period
 * @param counts one a period, zeros included
 * @param exposure what a count is proportional to (residents, orders of all kinds), above 0; ones
 *     where nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // Tens of thousands of them; a list would box.
public record CountSeries(LocalDateTime start, Cadence cadence, double[] counts, double[] exposure)
    implements Serializable {

  /** Refuses exposures that do not fit the counts. */
  public CountSeries {
    if (counts.length != exposure.length) {
      throw new IllegalArgumentException(
          counts.length + " counts need as many exposures, but there are " + exposure.length);
    }
    for (int i = 0; i < exposure.length; i++) {
      if (!(exposure[i] > 0)) {
        throw new IllegalArgumentException(
            "exposure must be above 0, but number " + (i + 1) + " is " + exposure[i]);
      }
    }
  }

  /** A series without known exposure. */
  public static CountSeries of(LocalDateTime start, Cadence cadence, double[] counts) {
    double[] ones = new double[counts.length];
    Arrays.fill(ones, 1);
    return new CountSeries(start, cadence, counts, ones);
  }

  /** Number of periods. */
  public int length() {
    return counts.length;
  }

  /** Beginning of a period. */
  public LocalDateTime at(int position) {
    return cadence.plus(start, position);
  }

  /** Sum of the counts of {@code [from, to)}. */
  double sum(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    return sum;
  }
}

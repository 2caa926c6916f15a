package city.chengmai.analytics.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hipparchus.stat.descriptive.rank.Percentile;

/** Hours to close, by day or period of closing. */
final class ClosingHours {

  private final NavigableMap<Integer, List<Double>> byNumber = new TreeMap<>();

  ClosingHours(Iterable<Closing> closings) {
    closings.forEach(
        closing ->
            byNumber
                .computeIfAbsent(closing.number(), number -> new ArrayList<>())
                .add(closing.hours()));
  }

  /** The cases closed on the days or periods {@code [from, to)}. */
  Window window(int from, int to) {
    Collection<List<Double>> closed = byNumber.subMap(from, true, to, false).values();
    return new Window(
        closed.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray());
  }

  /** The cases of a window. */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one row, never compared.
  record Window(double[] hours) {

    int count() {
      return hours.length;
    }

    double sum() {
      double sum = 0;
      for (double hour : hours) {
        sum += hour;
      }
      return sum;
    }

    /** The quantile with linear interpolation (type 7 of Hyndman and Fan), 0 without cases. */
    double quantile(double share) {
      return hours.length == 0
          ? 0
          : new Percentile(100 * share)
              .withEstimationType(Percentile.EstimationType.R_7)
              .evaluate(hours);
    }
  }
}

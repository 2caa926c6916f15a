package city.chengmai.dashboard.page.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of a source move away over time (漂移): the median of the slopes between all pairs
 * of its deviations (Theil 1950, Sen 1968), with the 95 % interval that Kendall's variance gives
 * (Hollander and Wolfe, Nonparametric Statistical Methods, 9.3). Single wild values hardly move it.
 *
 * @param state whether it drifts
 * @param median deviation of all, relative to the record
 * @param slope change of the deviation in 30 days; NaN where there are too few
 * @param lower lower end of the 95 % interval of the slope
 * @param upper upper end of it
 */
record Drift(State state, double median, double slope, double lower, double upper) {

  /** Fewer comparisons than this tell no drift. */
  static final int SMALLEST = 12;

  private static final Duration SHORTEST = Duration.ofDays(45);
  private static final double TWO_SIDED = 1.959964;
  private static final double MONTH_MILLIS = Duration.ofDays(30).toMillis();

  /** Whether the interval of the slope leaves 0 out. */
  enum State {
    /** What it says becomes more and more, against the record. */
    UP,
    /** It becomes less and less. */
    DOWN,
    /** The interval holds 0: no drift is shown, which is not to say that there is none. */
    UNSHOWN,
    /** Too few comparisons, or over too short a time. */
    FEW
  }

  /** One comparison: what was seen, less what the record says, of what the record says. */
  record Comparison(Instant at, double deviation) {}

  /**
   * The drift of some comparisons, in any order.
   *
   * @param comparisons at least one
   */
  static Drift of(List<Comparison> comparisons) {
    double median = median(comparisons.stream().map(Comparison::deviation).sorted().toList());
    List<Double> slopes = slopes(comparisons);
    int count = comparisons.size();
    double spread = TWO_SIDED * Math.sqrt(count * (count - 1.0) * (2.0 * count + 5) / 18) / 2;
    int low = (int) Math.floor(slopes.size() / 2.0 - spread) - 1;
    int high = (int) Math.ceil(slopes.size() / 2.0 + spread);
    if (count < SMALLEST || tooShort(comparisons) || low < 0 || high >= slopes.size()) {
      return new Drift(State.FEW, median, Double.NaN, Double.NaN, Double.NaN);
    }
    double lower = slopes.get(low);
    double upper = slopes.get(high);
    State state = lower > 0 ? State.UP : upper < 0 ? State.DOWN : State.UNSHOWN;
    return new Drift(state, median, median(slopes), lower, upper);
  }

  /** The middle of sorted values. */
  static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static List<Double> slopes(List<Comparison> comparisons) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      for (int j = 0; j < i; j++) {
        Comparison one = comparisons.get(i);
        Comparison other = comparisons.get(j);
        long apart = one.at().toEpochMilli() - other.at().toEpochMilli();
        if (apart != 0) {
          slopes.add((one.deviation() - other.deviation()) / apart * MONTH_MILLIS);
        }
      }
    }
    slopes.sort(Double::compare);
    return slopes;
  }

  private static boolean tooShort(List<Comparison> comparisons) {
    long first = comparisons.stream().mapToLong(one -> one.at().toEpochMilli()).min().orElse(0);
    long last = comparisons.stream().mapToLong(one -> one.at().toEpochMilli()).max().orElse(0);
    return last - first < SHORTEST.toMillis();
  }
}

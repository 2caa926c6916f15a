package city.chengmai.analytics.model;

import java.util.Arrays;

/**
 * An interval that holds a true value with 95 %.
 *
 * @param lower lower end
 * @param upper upper end
 */
public record Spread(double lower, double upper) {

  /** The middle 95 % of draws, which are left as they are. */
  static Spread ofDraws(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new Spread(at(sorted, Belief.TAIL), at(sorted, 1 - Belief.TAIL));
  }

  /** The same in another unit. */
  Spread times(double factor) {
    return new Spread(lower * factor, upper * factor);
  }

  /** The smallest interval that also holds this value. */
  Spread including(double value) {
    return new Spread(Math.min(lower, value), Math.max(upper, value));
  }

  private static double at(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

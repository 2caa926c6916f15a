package city.chengmai.analytics.model;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The straight line through values of windows that do not overlap, by least squares, and when it
 * meets a target. The interval of the meeting is Fieller's (Draper and Smith, Applied Regression
 * Analysis, 3rd edition, section 3.2): the moments at which the target lies inside the confidence
 * band of the line. Where the slope itself is uncertain, that set has no end.
 */
final class CatchUpLine {

  /** Windows that a line needs: one degree of freedom is left to judge it. */
  static final int FEWEST = 3;

  private static final double UPPER = 0.975;

  /**
   * The moments at which the line may meet the target.
   *
   * @param bounded true: between low and high; false: before low and after high
   */
  record Meeting(double low, double high, boolean bounded) {

    boolean holds(double moment) {
      boolean between = moment >= low && moment <= high;
      return bounded ? between : moment <= low || moment >= high;
    }
  }

  private final int count;
  private final double meanTime;
  private final double meanValue;
  private final double slope;
  private final double spread;
  private final double residualVariance;

  /**
   * A line.
   *
   * @param times of the values, in days
   * @param values as many
   */
  CatchUpLine(double[] times, double[] values) {
    if (times.length != values.length || times.length < FEWEST) {
      throw new IllegalArgumentException(
          "a line needs as many values as times, at least 3, but has "
              + values.length
              + " and "
              + times.length);
    }
    this.count = times.length;
    this.meanTime = mean(times);
    this.meanValue = mean(values);
    double across = 0;
    double along = 0;
    for (int i = 0; i < count; i++) {
      across += (times[i] - meanTime) * (values[i] - meanValue);
      along += (times[i] - meanTime) * (times[i] - meanTime);
    }
    this.spread = along;
    this.slope = across / along;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double residual = values[i] - meanValue - slope * (times[i] - meanTime);
      squares += residual * residual;
    }
    this.residualVariance = squares / (count - 2);
  }

  /** Change of the value in a day. */
  double slope() {
    return slope;
  }

  /** Standard error of the slope. */
  double slopeError() {
    return Math.sqrt(residualVariance / spread);
  }

  /** When the line meets the target; infinite for a level line. */
  double meets(double target) {
    return meanTime + (target - meanValue) / slope;
  }

  /** The moments at which the line may meet the target, with 95 % confidence. */
  Meeting meeting(double target) {
    double quantile = new TDistribution(count - 2).inverseCumulativeProbability(UPPER);
    double wide = quantile * quantile * residualVariance;
    double lead = slope * slope - wide / spread;
    double distance = target - meanValue;
    double root = distance * distance * slope * slope - lead * (distance * distance - wide / count);
    if (root < 0) {
      return new Meeting(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false);
    }
    double one = meanTime + (slope * distance - Math.sqrt(root)) / lead;
    double other = meanTime + (slope * distance + Math.sqrt(root)) / lead;
    return new Meeting(Math.min(one, other), Math.max(one, other), lead > 0);
  }

  private static double mean(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum / numbers.length;
  }
}

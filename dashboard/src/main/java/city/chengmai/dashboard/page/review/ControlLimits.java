package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.chart.FunnelChart.Limit;
import java.util.function.IntToDoubleFunction;

/**
 * Limits that a value passes by chance alone once in twenty (95 %) or once in five hundred times
 * (99.8 %), from the exact distribution of the counts, interpolated between whole counts
 * (Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24,
 * 2005). Large counts take the normal distribution.
 */
final class ControlLimits {

  private static final double[] TAILS = {0.001, 0.025, 0.975, 0.999};
  private static final double[] DEVIATIONS = {-3.0902, -1.96, 1.96, 3.0902};
  private static final double MANY = 20_000;

  private ControlLimits() {}

  /** The limits of a share, 0 to 1, in a sample of so many. */
  static Limit ofShares(double share, double sample) {
    double size = Math.max(1, Math.rint(sample));
    double odds = share / (1 - share);
    if (share <= 0 || share >= 1 || size > MANY) {
      return normal(sample, share, Math.sqrt(share * (1 - share) / sample), 1);
    }
    double[] counts =
        counts(size * Math.log1p(-share), (int) size, k -> (size - k) / (k + 1) * odds);
    return limit(sample, counts, size, 1);
  }

  /** The limits of a density of cases over an exposure. */
  static Limit ofDensities(double density, double exposure) {
    double mean = density * exposure;
    if (mean <= 0 || mean > MANY) {
      return normal(exposure, density, Math.sqrt(density / exposure), Double.MAX_VALUE);
    }
    int most = (int) (mean + 12 * Math.sqrt(mean) + 30);
    return limit(exposure, counts(-mean, most, k -> mean / (k + 1)), exposure, Double.MAX_VALUE);
  }

  private static Limit limit(double sample, double[] counts, double size, double most) {
    double[] values = new double[TAILS.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(most, counts[i] / size));
    }
    return new Limit(sample, values[0], values[1], values[2], values[3]);
  }

  private static Limit normal(double sample, double mean, double deviation, double most) {
    double[] values = new double[TAILS.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(most, mean + DEVIATIONS[i] * deviation));
    }
    return new Limit(sample, values[0], values[1], values[2], values[3]);
  }

  /**
   * The counts beyond which the tails lie.
   *
   * @param logNone logarithm of the probability of no case
   * @param most largest count looked at
   * @param next probability of one case more, over that of this count
   */
  private static double[] counts(double logNone, int most, IntToDoubleFunction next) {
    double[] counts = new double[TAILS.length];
    double log = logNone;
    double below = 0;
    int tail = 0;
    for (int count = 0; count <= most && tail < TAILS.length; count++) {
      double mass = Math.exp(log);
      below += mass;
      while (tail < TAILS.length && below >= TAILS[tail]) {
        // A count that chance reaches often enough lies within, at either end.
        double above = (TAILS[tail] - (below - mass)) / mass;
        counts[tail] = TAILS[tail] < 0.5 ? count - (1 - above) : count + above;
        tail++;
      }
      log += Math.log(next.applyAsDouble(count));
    }
    for (; tail < TAILS.length; tail++) {
      counts[tail] = most;
    }
    return counts;
  }
}

package city.chengmai.analytics.model.count;

import java.util.Arrays;

/**
 * The dispersion of counts that were fitted with large residuals weighted down. Such a fit sees too
 * little spread: of skewed counts the ordinary ones too are beyond the limit now and then. What the
 * weights take from counts that are negative binomial is worked out for a few of the fitted means
 * and put back.
 */
public final class RobustDispersion {

  private static final int MEANS = 5;
  private static final int ROUNDS = 3;
  // Beyond this counts are as good as symmetric, and the sum would be long.
  private static final double LARGE_MEAN = 50;
  private static final double SMALL_MEAN = 0.05;
  private static final double NEGLIGIBLE = 1e-8;
  private static final double MOST_PUT_BACK = 2;

  private RobustDispersion() {}

  /** The dispersion φ of a second fit, at least 1. */
  public static double of(CountFit weighted) {
    double seen = Math.max(1, weighted.dispersion());
    double[] means = quantiles(weighted.means());
    double dispersion = seen;
    for (int round = 0; round < ROUNDS; round++) {
      dispersion = Math.min(MOST_PUT_BACK * seen, seen / kept(means, dispersion));
    }
    return Math.max(1, dispersion);
  }

  /** Means across the fit, from small to large. */
  private static double[] quantiles(double[] fitted) {
    double[] sorted = fitted.clone();
    Arrays.sort(sorted);
    double[] means = new double[MEANS];
    Arrays.setAll(
        means,
        i -> {
          double mean = sorted[(2 * i + 1) * sorted.length / (2 * MEANS)];
          return Math.max(SMALL_MEAN, Math.min(LARGE_MEAN, mean));
        });
    return means;
  }

  /** The part of the dispersion that weighting leaves. */
  private static double kept(double[] means, double dispersion) {
    double squares = 0;
    double weights = 0;
    for (double mean : means) {
      CountDistribution counts = new CountDistribution(mean, mean * dispersion);
      double mass = counts.mass(0);
      double left = 1;
      for (int count = 0; left > NEGLIGIBLE; count++) {
        double weight = AnscombeWeights.weight(AnscombeWeights.residual(count, mean, dispersion));
        squares += mass * weight * (count - mean) * (count - mean) / (mean * dispersion);
        weights += mass * weight;
        left -= mass;
        mass *= counts.next(count);
      }
    }
    return squares / weights;
  }
}

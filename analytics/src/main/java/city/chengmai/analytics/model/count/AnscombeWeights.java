package city.chengmai.analytics.model.count;

import java.util.Arrays;

/**
 * Weights that take past outbreaks out of a baseline: one over the squared standardised Anscombe
 * residual where that is large, one elsewhere, scaled to a mean of one (Farrington et al., J. R.
 * Stat. Soc. A 159, 1996; limit 2.58 by Noufaily et al., Statistics in Medicine 32, 2013).
 */
public final class AnscombeWeights {

  /** Residuals beyond this are weighted down. */
  public static final double LARGE_RESIDUAL = 2.58;

  private static final double SMALLEST_FREEDOM = 1e-3;
  private static final double SCALE = 1.5;

  private AnscombeWeights() {}

  /** The weights for a second fit, times those of the first. */
  public static double[] of(CountFit first) {
    double[] weights = of(residuals(first), LARGE_RESIDUAL);
    Arrays.setAll(weights, i -> weights[i] * first.design().weights()[i]);
    return scaled(weights);
  }

  /** The weights for given residuals. */
  public static double[] of(double[] residuals, double limit) {
    return scaled(
        Arrays.stream(residuals)
            .map(residual -> residual > limit ? 1 / (residual * residual) : 1)
            .toArray());
  }

  /** Weights scaled to a mean of one. */
  public static double[] scaled(double[] weights) {
    double factor = weights.length / Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight * factor).toArray();
  }

  private static double[] residuals(CountFit fit) {
    double dispersion = Math.max(1, fit.dispersion());
    double[] residuals = new double[fit.counts().length];
    Arrays.setAll(
        residuals, i -> fit.counts()[i] > fit.means()[i] ? residual(fit, i, dispersion) : 0);
    return residuals;
  }

  private static double residual(CountFit fit, int i, double dispersion) {
    double free = Math.max(SMALLEST_FREEDOM, 1 - fit.leverage(i));
    return residual(fit.counts()[i], fit.means()[i], dispersion * free);
  }

  /** The residual of a count, standardised by a dispersion. */
  static double residual(double count, double mean, double dispersion) {
    double root = Math.cbrt(count);
    double difference = root * root / Math.sqrt(Math.cbrt(mean)) - Math.sqrt(mean);
    return SCALE * difference / Math.sqrt(dispersion);
  }

  /** The weight of a residual before scaling. */
  static double weight(double residual) {
    return residual > LARGE_RESIDUAL ? 1 / (residual * residual) : 1;
  }
}

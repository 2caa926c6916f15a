package city.chengmai.analytics.model.count;

import java.util.Arrays;

/**
 * Log-linear regression of counts by iteratively re-weighted least squares (McCullagh and Nelder,
 * Generalized Linear Models, 2nd edition, section 2.5). The variance is μ + μ²/θ; an infinite θ is
 * Poisson, which with a Pearson dispersion is also the quasi-Poisson and NB1 fit.
 */
public final class CountRegression {

  private static final int ROUNDS = 60;
  private static final double TOLERANCE = 1e-10;
  private static final double OFF_ZERO = 0.1;

  private CountRegression() {}

  /** The Poisson fit. */
  public static CountFit poisson(Design design, double[] counts) {
    return fit(design, counts, Double.POSITIVE_INFINITY);
  }

  /** The fit at a known size θ. */
  static CountFit fit(Design design, double[] counts, double theta) {
    double[] predictor = new double[counts.length];
    Arrays.setAll(predictor, i -> Math.log(counts[i] + OFF_ZERO));
    return iterate(new ReweightedSquares(design, counts, theta, predictor));
  }

  /** The same counts with other weights, beginning where a first fit ended. */
  public static CountFit refit(CountFit first, double[] weights) {
    double[] predictor = Arrays.stream(first.means()).map(Math::log).toArray();
    return iterate(
        new ReweightedSquares(
            first.design().withWeights(weights), first.counts(), first.theta(), predictor));
  }

  private static CountFit iterate(ReweightedSquares squares) {
    double deviance = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      squares.step();
      double next = squares.deviance();
      boolean settled = Math.abs(next - deviance) < TOLERANCE * (Math.abs(next) + OFF_ZERO);
      deviance = next;
      if (settled) {
        break;
      }
    }
    return squares.fit(deviance);
  }
}

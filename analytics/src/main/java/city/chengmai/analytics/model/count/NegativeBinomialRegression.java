package city.chengmai.analytics.model.count;

import org.hipparchus.special.Gamma;

/**
 * Negative binomial regression with variance μ + μ²/θ (NB2) and θ by maximum likelihood,
 * alternating the mean fit and Newton steps for θ (Venables and Ripley, Modern Applied Statistics
 * with S, section 7.4).
 */
public final class NegativeBinomialRegression {

  private static final int ROUNDS = 50;
  private static final double TOLERANCE = 1e-9;
  private static final double LARGEST_THETA = 1e7;

  private NegativeBinomialRegression() {}

  /**
   * A fit with its size.
   *
   * @param fit coefficients and means at this size
   * @param theta size, variance is μ + μ²/θ
   * @param thetaError standard error of the size
   * @param twiceLogLikelihood of counts under the fit
   */
  public record Result(CountFit fit, double theta, double thetaError, double twiceLogLikelihood) {}

  /** Fits coefficients and size. */
  public static Result fit(Design design, double[] counts) {
    CountFit fit = CountRegression.poisson(design, counts);
    double theta = firstTheta(counts, fit.means());
    double previous = Double.NaN;
    for (int round = 0; round < ROUNDS; round++) {
      theta = likeliestTheta(counts, fit.means(), theta);
      fit = CountRegression.fit(design, counts, theta);
      double likelihood = twiceLogLikelihood(counts, fit.means(), theta);
      if (Math.abs(likelihood - previous) < TOLERANCE) {
        break;
      }
      previous = likelihood;
    }
    double error = Math.sqrt(1 / information(counts, fit.means(), theta));
    return new Result(fit, theta, error, twiceLogLikelihood(counts, fit.means(), theta));
  }

  private static double firstTheta(double[] counts, double[] means) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double relative = counts[i] / means[i] - 1;
      sum += relative * relative;
    }
    return counts.length / sum;
  }

  private static double likeliestTheta(double[] counts, double[] means, double start) {
    double theta = start;
    for (int round = 0; round < ROUNDS; round++) {
      double step = score(counts, means, theta) / information(counts, means, theta);
      theta = Math.min(LARGEST_THETA, Math.max(theta / 10, theta + step));
      if (Math.abs(step) < TOLERANCE * theta || theta == LARGEST_THETA) {
        break;
      }
    }
    return theta;
  }

  private static double score(double[] counts, double[] means, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      double mean = means[i];
      sum +=
          Gamma.digamma(theta + y)
              - Gamma.digamma(theta)
              + Math.log(theta)
              + 1
              - Math.log(theta + mean)
              - (y + theta) / (mean + theta);
    }
    return sum;
  }

  private static double information(double[] counts, double[] means, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      double mean = means[i];
      sum +=
          -Gamma.trigamma(theta + y)
              + Gamma.trigamma(theta)
              - 1 / theta
              + 2 / (mean + theta)
              - (y + theta) / ((mean + theta) * (mean + theta));
    }
    return sum;
  }

  private static double twiceLogLikelihood(double[] counts, double[] means, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      double mean = means[i];
      sum +=
          Gamma.logGamma(theta + y)
              - Gamma.logGamma(theta)
              - Gamma.logGamma(y + 1)
              + theta * Math.log(theta / (theta + mean))
              + (y > 0 ? y * Math.log(mean / (theta + mean)) : 0);
    }
    return 2 * sum;
  }
}

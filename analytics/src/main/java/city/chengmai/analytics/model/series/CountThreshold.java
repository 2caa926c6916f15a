package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Bounds of a count that is expected, by the ways that the Farrington methods know.
 *
 * @param lower share α lies below
 * @param upper share α lies above
 * @param p probability of what was observed or more
 * @param score excess over the mean as a part of the bound's
 */
public record CountThreshold(double lower, double upper, double p, double score) {

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /**
   * The bounds of Farrington et al. 1996: normal on the scale of a power.
   *
   * @param mean expected count
   * @param error standard error of the mean
   * @param dispersion variance over mean
   * @param alpha share beyond a bound
   * @param observed count
   * @param power 1 for none, 1/2 for large and 2/3 for small means
   */
  public static CountThreshold ofPower(
      double mean, double error, double dispersion, double alpha, double observed, double power) {
    double spread = dispersion + error * error / mean;
    double deviation = power * Math.pow(mean, power - 1) * Math.sqrt(mean * spread);
    double far = NORMAL.inverseCumulativeProbability(1 - alpha) * deviation;
    double centre = Math.pow(mean, power);
    double lower = Math.pow(Math.max(0, centre - far), 1 / power);
    double upper = Math.pow(centre + far, 1 / power);
    double deviations = (Math.pow(observed, power) - centre) / deviation;
    return new CountThreshold(
        lower,
        upper,
        NORMAL.cumulativeProbability(-deviations),
        (observed - mean) / (upper - mean));
  }

  /**
   * The bounds of Noufaily et al. 2013: quantiles of the negative binomial with variance φμ.
   *
   * @param predictor logarithm of the mean
   * @param error standard error of the logarithm, 0 to take the mean for certain; otherwise the
   *     mean is taken at its own upper bound
   * @param dispersion variance over mean
   * @param alpha share beyond a bound
   * @param observed count
   */
  public static CountThreshold ofNegativeBinomial(
      double predictor, double error, double dispersion, double alpha, long observed) {
    double mean = Math.exp(predictor + NORMAL.inverseCumulativeProbability(1 - alpha) * error);
    CountDistribution counts = new CountDistribution(mean, dispersion * mean);
    double upper = counts.quantile(1 - alpha);
    return new CountThreshold(
        counts.quantile(alpha),
        upper,
        counts.upperTail(observed),
        (observed - mean) / (upper - mean));
  }
}

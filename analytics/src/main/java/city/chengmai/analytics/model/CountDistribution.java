package city.chengmai.analytics.model;

import org.hipparchus.special.Gamma;

/**
 * The negative binomial of a mean and a variance; Poisson where the variance is not above the mean.
 * Tails are summed as logarithms from their largest term on, so that a probability too small for a
 * {@code double} still has its right logarithm.
 */
final class CountDistribution {

  private static final double LN_10 = Math.log(10);
  private static final double NEARLY_POISSON = 1e-8;
  private static final double NEGLIGIBLE = 1e-17;

  private final double mean;
  // Infinite for Poisson.
  private final double size;
  private final double deviation;

  /**
   * The distribution.
   *
   * @param mean above 0
   * @param variance at least the mean; a smaller one is taken as Poisson
   */
  CountDistribution(double mean, double variance) {
    if (!(mean > 0) || !Double.isFinite(mean) || !Double.isFinite(variance)) {
      throw new IllegalArgumentException(
          "mean must be above 0 and finite, but mean is " + mean + ", variance " + variance);
    }
    this.mean = mean;
    double excess = variance / mean - 1;
    this.size = excess > NEARLY_POISSON ? mean / excess : Double.POSITIVE_INFINITY;
    this.deviation = Math.sqrt(Math.max(variance, mean));
  }

  /** The distribution with variance μ + μ²/θ. */
  static CountDistribution ofSize(double mean, double theta) {
    return new CountDistribution(mean, mean + mean * mean / theta);
  }

  double mean() {
    return mean;
  }

  /** Base-10 logarithm of P(Y ≥ count). */
  double log10UpperTail(long count) {
    if (count <= 0) {
      return 0;
    }
    return (count > mean ? logUpper(count) : Math.log1p(-Math.exp(logLower(count - 1)))) / LN_10;
  }

  /** P(Y ≥ count); underflows to 0 where only the logarithm can say. */
  double upperTail(long count) {
    return Math.exp(log10UpperTail(count) * LN_10);
  }

  /** The smallest k with P(Y ≤ k) ≥ share. */
  long quantile(double share) {
    double above = Math.log1p(-share) / LN_10;
    long high = (long) Math.ceil(mean + 4 * deviation) + 1;
    while (log10UpperTail(high + 1) > above) {
      high *= 2;
    }
    long low = -1;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (log10UpperTail(middle + 1) <= above) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private double logUpper(long count) {
    double term = 1;
    double sum = 1;
    for (long k = count; term > NEGLIGIBLE * sum; k++) {
      term *= next(k);
      sum += term;
    }
    return logMass(count) + Math.log(sum);
  }

  private double logLower(long count) {
    double term = 1;
    double sum = 1;
    for (long k = count; k > 0 && term > NEGLIGIBLE * sum; k--) {
      term /= next(k - 1);
      sum += term;
    }
    return Math.min(0, logMass(count) + Math.log(sum));
  }

  /** P(Y = k + 1) / P(Y = k). */
  private double next(long k) {
    return Double.isInfinite(size) ? mean / (k + 1) : (k + size) / (k + 1) * (mean / (size + mean));
  }

  private double logMass(long k) {
    if (Double.isInfinite(size)) {
      return k * Math.log(mean) - mean - Gamma.logGamma(k + 1.0);
    }
    return Gamma.logGamma(k + size)
        - Gamma.logGamma(size)
        - Gamma.logGamma(k + 1.0)
        - size * Math.log1p(mean / size)
        + k * Math.log(mean / (size + mean));
  }
}

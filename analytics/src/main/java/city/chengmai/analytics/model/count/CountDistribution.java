package city.chengmai.analytics.model.count;

import org.hipparchus.special.Gamma;

/**
 * The negative binomial of a mean and a variance; Poisson where the variance is not above the mean.
 * Tails are summed as logarithms from their largest term on, so that a probability too small for a
 * {@code double} still has its right logarithm.
 */
public final class CountDistribution {

  private static final double LN_10 = Math.log(10);
  private static final double NEARLY_POISSON = 1e-8;
  private static final double NEGLIGIBLE = 1e-17;
  private static final double FAR_DEVIATIONS = 4;

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
  public CountDistribution(double mean, double variance) {
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
  public static CountDistribution ofSize(double mean, double theta) {
    return new CountDistribution(mean, mean + mean * mean / theta);
  }

  /** Its mean. */
  public double mean() {
    return mean;
  }

  /** Base-10 logarithm of P(Y ≥ count). */
  public double log10UpperTail(long count) {
    if (count <= 0) {
      return 0;
    }
    return (count > mean ? logUpper(count) : Math.log1p(-Math.exp(logLower(count - 1)))) / LN_10;
  }

  /** P(Y ≥ count); underflows to 0 where only the logarithm can say. */
  public double upperTail(long count) {
    return Math.exp(log10UpperTail(count) * LN_10);
  }

  /** The smallest k with P(Y ≤ k) ≥ share. */
  public long quantile(double share) {
    return smallestBeyond(Math.log1p(-share) / LN_10) - 1;
  }

  /** The smallest count whose upper tail is at most this, given as base-10 logarithm. */
  public long smallestBeyond(double log10) {
    if (log10 >= 0) {
      return 0;
    }
    long high = (long) Math.ceil(mean + FAR_DEVIATIONS * deviation) + 2;
    while (log10UpperTail(high) > log10) {
      high *= 2;
    }
    long low = 0;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (log10UpperTail(middle) <= log10) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** P(Y = count). */
  public double mass(long count) {
    return count < 0 ? 0 : Math.exp(logMass(count));
  }

  /** P(Y = k + 1) / P(Y = k). */
  public double next(long k) {
    return Double.isInfinite(size) ? mean / (k + 1) : (k + size) / (k + 1) * (mean / (size + mean));
  }

  /** Square root of the variance. */
  public double deviation() {
    return deviation;
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

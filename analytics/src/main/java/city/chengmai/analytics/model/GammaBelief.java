package city.chengmai.analytics.model;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * A density of cases as a Gamma distribution.
 *
 * @param shape above 0
 * @param rate above 0; the mean is shape over rate
 */
record GammaBelief(double shape, double rate) implements Belief {

  /** The distribution with this mean and variance. */
  static GammaBelief matching(double mean, double variance) {
    return new GammaBelief(mean * mean / variance, mean / variance);
  }

  @Override
  public double mean() {
    return shape / rate;
  }

  @Override
  public double quantile(double share) {
    double logGamma = Gamma.logGamma(shape);
    double logarithm =
        QuantileSearch.find(
            share,
            Math.log(shape),
            t -> Gamma.regularizedGammaP(shape, Math.exp(t)),
            t -> Math.exp(shape * t - Math.exp(t) - logGamma));
    return Math.exp(logarithm) / rate;
  }

  @Override
  public double draw(RandomGenerator random) {
    return GammaDraw.next(shape, random) / rate;
  }
}

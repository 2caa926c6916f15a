package city.chengmai.analytics.model;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Beta;

/**
 * A share between 0 and 1 as a Beta distribution.
 *
 * @param alpha above 0
 * @param beta above 0
 */
record BetaBelief(double alpha, double beta) implements Belief {

  /** The distribution with this mean and variance, which must be below mean (1 − mean). */
  static BetaBelief matching(double mean, double variance) {
    double size = mean * (1 - mean) / variance - 1;
    return new BetaBelief(mean * size, (1 - mean) * size);
  }

  @Override
  public double mean() {
    return alpha / (alpha + beta);
  }

  @Override
  public double quantile(double share) {
    double logBeta = Beta.logBeta(alpha, beta);
    double logit =
        QuantileSearch.find(
            share,
            Math.log(alpha / beta),
            t -> Beta.regularizedBeta(1 / (1 + Math.exp(-t)), alpha, beta),
            t ->
                Math.exp(
                    -alpha * Math.log1p(Math.exp(-t)) - beta * Math.log1p(Math.exp(t)) - logBeta));
    return 1 / (1 + Math.exp(-logit));
  }

  @Override
  public double draw(RandomGenerator random) {
    double hit = GammaDraw.next(alpha, random);
    double miss = GammaDraw.next(beta, random);
    return hit + miss > 0 ? hit / (hit + miss) : mean();
  }
}

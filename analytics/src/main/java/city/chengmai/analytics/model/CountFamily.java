package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Rate;
import org.hipparchus.special.Gamma;

/**
 * How true values differ between the members of a group, and how counts come from them. A member's
 * true value lies around the group's {@code mean}; {@code strength} says how closely, as the sample
 * that the group counts for when a member is estimated. Answer weights make fractional numerators;
 * weights between 0 and 1 vary at most as counts do, so they are taken as counts.
 */
enum CountFamily {
  /** Shares: binomial counts of true shares that are Beta distributed. */
  SHARE {
    @Override
    double logLikelihood(Rate own, double mean, double strength) {
      double hits = Math.min(own.numerator(), own.denominator());
      double prior = mean * strength;
      return logRise(prior, hits)
          + logRise(strength - prior, own.denominator() - hits)
          - logRise(strength, own.denominator());
    }

    @Override
    double variance(double mean, double size) {
      return mean * (1 - mean) / (size + 1);
    }

    @Override
    double information(double sample, double strength) {
      return sample * (strength + 1) / (strength + sample);
    }

    @Override
    double centre(double hits, double weight) {
      return (hits + 0.5) / (weight + 1);
    }

    @Override
    double link(double mean) {
      return Math.log(mean / (1 - mean));
    }

    @Override
    double unlink(double place) {
      return 1 / (1 + Math.exp(-place));
    }

    @Override
    double linkDeviation(double mean, double weight) {
      return 1 / Math.sqrt(weight * mean * (1 - mean));
    }

    @Override
    double logPrior(double mean) {
      return Math.log(mean * (1 - mean));
    }

    @Override
    double leastStrength() {
      return 0.25;
    }

    @Override
    Belief matching(double mean, double variance) {
      return BetaBelief.matching(mean, variance);
    }
  },

  /** Densities: Poisson counts over an exposure, of true densities that are Gamma distributed. */
  DENSITY {
    @Override
    double logLikelihood(Rate own, double mean, double strength) {
      double exposure = own.denominator();
      double prior = mean * strength;
      return logRise(prior, own.numerator())
          - prior * Math.log1p(exposure / strength)
          - own.numerator() * Math.log(strength + exposure);
    }

    @Override
    double variance(double mean, double size) {
      return mean / size;
    }

    @Override
    double information(double sample, double strength) {
      return sample * strength / (strength + sample);
    }

    @Override
    double centre(double hits, double weight) {
      return (hits + 0.5) / weight;
    }

    @Override
    double link(double mean) {
      return Math.log(mean);
    }

    @Override
    double unlink(double place) {
      return Math.exp(place);
    }

    @Override
    double linkDeviation(double mean, double weight) {
      return 1 / Math.sqrt(weight * mean);
    }

    @Override
    double logPrior(double mean) {
      return 0.5 * Math.log(mean);
    }

    @Override
    double leastStrength() {
      return 0;
    }

    @Override
    Belief matching(double mean, double variance) {
      return GammaBelief.matching(mean, variance);
    }
  };

  /** Log probability of a member's counts, up to what does not depend on mean and strength. */
  abstract double logLikelihood(Rate own, double mean, double strength);

  /** Variance of a member's true value of which a sample of this size is known, prior included. */
  abstract double variance(double mean, double size);

  /** What a member says about the group's mean, as a number of independent cases. */
  abstract double information(double sample, double strength);

  /** The group's mean from weighted cases, kept off the ends of its range. */
  abstract double centre(double hits, double weight);

  /** From means to a scale without ends. */
  abstract double link(double mean);

  /** Back from that scale. */
  abstract double unlink(double place);

  /** Standard deviation of the mean on that scale. */
  abstract double linkDeviation(double mean, double weight);

  /** Log prior density of the mean on that scale: flat for shares, 1/√mean for densities. */
  abstract double logPrior(double mean);

  /** Strength below which no group is thought to be. */
  abstract double leastStrength();

  /** The distribution of this family with a mean and a variance. */
  abstract Belief matching(double mean, double variance);

  private static double logRise(double from, double steps) {
    return steps == 0 ? 0 : Gamma.logGamma(from + steps) - Gamma.logGamma(from);
  }
}

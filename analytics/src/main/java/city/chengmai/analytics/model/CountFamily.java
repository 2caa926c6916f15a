package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Rate;
import java.util.Collection;
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
    double logLikelihood(Collection<Rate> members, double mean, double strength) {
      double hit = mean * strength;
      double miss = strength - hit;
      double sum = -members.size() * (Gamma.logGamma(hit) + Gamma.logGamma(miss));
      for (Rate own : members) {
        double hits = hits(own);
        sum += Gamma.logGamma(hit + hits) + Gamma.logGamma(miss + own.denominator() - hits);
      }
      return sum;
    }

    @Override
    double logStrength(Collection<Rate> members, double strength) {
      double sum = members.size() * Gamma.logGamma(strength);
      for (Rate own : members) {
        sum -= Gamma.logGamma(strength + own.denominator());
      }
      return sum;
    }

    @Override
    double hits(Rate own) {
      return Math.min(own.numerator(), own.denominator());
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
    double logLikelihood(Collection<Rate> members, double mean, double strength) {
      double prior = mean * strength;
      double sum = -members.size() * Gamma.logGamma(prior);
      for (Rate own : members) {
        sum +=
            Gamma.logGamma(prior + own.numerator())
                - prior * Math.log1p(own.denominator() / strength);
      }
      return sum;
    }

    @Override
    double logStrength(Collection<Rate> members, double strength) {
      double sum = 0;
      for (Rate own : members) {
        sum -= own.numerator() * Math.log(strength + own.denominator());
      }
      return sum;
    }

    @Override
    double hits(Rate own) {
      return own.numerator();
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

  /**
   * Log probability of all members' counts, up to {@link #logStrength} and what depends on neither
   * mean nor strength.
   */
  abstract double logLikelihood(Collection<Rate> members, double mean, double strength);

  /** The part of the log probability that depends on the strength alone. */
  abstract double logStrength(Collection<Rate> members, double strength);

  /** What counts of a member's numerator. */
  abstract double hits(Rate own);

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
}

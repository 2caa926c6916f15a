package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up peer group: true values drawn from a known distribution, and counts drawn from them.
 *
 * @param truths true value of each member
 * @param rates what was counted
 */
record SimulatedGroup(List<Double> truths, List<Rate> rates) {

  /** Shares around a mean; the strength says how closely. */
  static SimulatedGroup ofShares(
      double mean, double strength, int members, int sample, SplittableRandom random) {
    BetaBelief spread = new BetaBelief(mean * strength, (1 - mean) * strength);
    List<Double> truths = new ArrayList<>();
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      double truth = spread.draw(random);
      truths.add(truth);
      rates.add(new Rate(hits(truth, sample, random), sample));
    }
    return new SimulatedGroup(truths, rates);
  }

  /** Densities around 1 with exposures that make this many cases expected. */
  static SimulatedGroup ofDensities(
      double shape, int members, double expected, SplittableRandom random) {
    GammaBelief spread = new GammaBelief(shape, shape);
    List<Double> truths = new ArrayList<>();
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      double truth = spread.draw(random);
      truths.add(truth);
      rates.add(new Rate(cases(truth * expected, random), expected));
    }
    return new SimulatedGroup(truths, rates);
  }

  static int hits(double share, int sample, SplittableRandom random) {
    int hits = 0;
    for (int i = 0; i < sample; i++) {
      hits += random.nextDouble() < share ? 1 : 0;
    }
    return hits;
  }

  private static int cases(double mean, SplittableRandom random) {
    // Arrivals until the unit of time is over.
    int cases = 0;
    double time = GammaDraw.next(1, random);
    while (time < mean) {
      cases++;
      time += GammaDraw.next(1, random);
    }
    return cases;
  }
}

package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Rate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a way of estimating against 2,000 simulated grids.
 *
 * @param family of the counts
 * @param method from a group's counts to what is known of each member
 */
record Simulation(CountFamily family, Function<List<Rate>, List<Belief>> method) {

  private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
  private static final long SEED = 20_260_320;
  private static final int GRIDS = 2_000;

  /**
   * What came of the grids.
   *
   * @param covered share of truths within their 95 % interval
   * @param error mean square error of the estimate
   * @param rawError mean square error of the raw value
   */
  record Outcome(double covered, double error, double rawError) {}

  /** Our way. */
  static Simulation ours(CountFamily family) {
    return new Simulation(
        family,
        rates -> {
          PeerPrior prior = PeerPrior.of(family, rates);
          return rates.stream().map(prior::belief).toList();
        });
  }

  /** As many groups as make 2,000 grids; the seed is fixed and logged with the outcome. */
  Outcome judge(String what, Function<SplittableRandom, SimulatedGroup> group) {
    SplittableRandom random = new SplittableRandom(SEED);
    double covered = 0;
    double error = 0;
    double rawError = 0;
    int grids = 0;
    while (grids < GRIDS) {
      SimulatedGroup simulated = group.apply(random);
      List<Belief> beliefs = method.apply(simulated.rates());
      for (int i = 0; i < beliefs.size(); i++, grids++) {
        double truth = simulated.truths().get(i);
        Spread interval = beliefs.get(i).interval();
        covered += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
        error += Math.pow(beliefs.get(i).mean() - truth, 2);
        rawError += Math.pow(simulated.rates().get(i).share().orElseThrow() - truth, 2);
      }
    }
    Outcome outcome = new Outcome(covered / grids, error / grids, rawError / grids);
    LOG.info("seed {}: {}, {} grids: {}", SEED, what, grids, outcome);
    return outcome;
  }
}

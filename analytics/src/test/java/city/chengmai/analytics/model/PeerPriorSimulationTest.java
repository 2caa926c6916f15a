package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.Simulation.Outcome;
import city.chengmai.datasets.indicator.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shrinkage and intervals against simulated truth: for each sample four kinds of peer groups in
 * three sizes, 2,000 grids each. Groups whose members hardly differ for their sample cannot be told
 * from ones that do; their intervals may be too wide.
 */
class PeerPriorSimulationTest {

  private static final int[] GROUPS = {10, 17, 47};
  private static final double[][] TRUTHS = {{0.9, 10}, {0.8, 20}, {0.5, 5}, {0.95, 30}};

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 100})
  void intervalsOfSharesHoldTheTruth(int sample) {
    double covered = 0;
    for (double[] truth : TRUTHS) {
      for (int members : GROUPS) {
        Outcome outcome = shares(Simulation.ours(CountFamily.SHARE), truth, members, sample);
        double most = truth[1] >= 4 * sample ? 0.99 : 0.97;
        assertThat(outcome.covered()).isBetween(0.93, most);
        assertThat(outcome.error()).isLessThan(outcome.rawError());
        covered += outcome.covered() / TRUTHS.length / GROUPS.length;
      }
    }
    assertThat(covered).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @CsvSource({"4, 5", "4, 20", "4, 100", "12, 5", "12, 20", "12, 100"})
  void intervalsOfDensitiesHoldTheTruth(double shape, double expected) {
    for (int members : GROUPS) {
      Outcome outcome =
          Simulation.ours(CountFamily.DENSITY)
              .judge(
                  "densities of shape " + shape + ", " + expected + " cases, " + members + " each",
                  random -> SimulatedGroup.ofDensities(shape, members, expected, random));

      double most = shape >= 2 * expected ? 0.98 : 0.97;
      assertThat(outcome.covered()).isBetween(0.93, most);
      assertThat(outcome.error()).isLessThan(1.01 * outcome.rawError());
    }
  }

  @Test
  void oneEstimateOfTheGroupTakenForCertainFailsTheSameBounds() {
    Simulation certain = new Simulation(CountFamily.SHARE, PeerPriorSimulationTest::certain);

    assertThat(shares(certain, TRUTHS[0], 10, 20).covered()).isLessThan(0.93);
    assertThat(shares(certain, TRUTHS[2], 10, 5).covered()).isLessThan(0.93);
  }

  private static Outcome shares(Simulation simulation, double[] truth, int members, int sample) {
    String what = "shares around %s of strength %s, n %d, %d each";
    return simulation.judge(
        what.formatted(truth[0], truth[1], sample, members),
        random -> SimulatedGroup.ofShares(truth[0], truth[1], members, sample, random));
  }

  /** Mean and strength by the method of moments, as if they were known. */
  private static List<Belief> certain(List<Rate> rates) {
    double mean = rates.stream().mapToDouble(r -> r.share().orElseThrow()).average().orElseThrow();
    double sample = rates.get(0).denominator();
    double spread =
        rates.stream().mapToDouble(r -> Math.pow(r.share().orElseThrow() - mean, 2)).sum()
            / (rates.size() - 1);
    double chance = mean * (1 - mean);
    double between = (spread - chance / sample) / (1 - 1 / sample);
    double strength = between > 0 ? Math.min(200, Math.max(2, chance / between - 1)) : 200;
    return rates.stream().map(rate -> posterior(rate, mean, strength)).toList();
  }

  private static Belief posterior(Rate rate, double mean, double strength) {
    return new BetaBelief(
        rate.numerator() + mean * strength,
        rate.denominator() - rate.numerator() + (1 - mean) * strength);
  }
}

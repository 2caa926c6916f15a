package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.Simulation.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shrinkage and intervals against simulated truth. */
class PeerPriorSimulationTest {

  private static final int[] GROUPS = {10, 17, 47};

  @ParameterizedTest
  @CsvSource({
    "0.90, 10, 5", "0.90, 10, 20", "0.90, 10, 100",
    "0.80, 20, 5", "0.80, 20, 20", "0.80, 20, 100",
    "0.50, 5, 5", "0.50, 5, 20", "0.50, 5, 100",
    "0.95, 30, 5", "0.95, 30, 20", "0.95, 30, 100"
  })
  void intervalsOfSharesHoldTheTruth(double mean, double strength, int sample) {
    for (int members : GROUPS) {
      Outcome outcome =
          Simulation.ours(CountFamily.SHARE)
              .judge(
                  "shares around " + mean + ", strength " + strength + ", n " + sample + ", groups of " + members,
                  random -> SimulatedGroup.ofShares(mean, strength, members, sample, random));

      assertThat(outcome.covered()).isBetween(0.93, 0.97);
      assertThat(outcome.error()).isLessThan(outcome.rawError());
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 5", "4, 20", "4, 100", "12, 5", "12, 20", "12, 100"})
  void intervalsOfDensitiesHoldTheTruth(double shape, double expected) {
    for (int members : GROUPS) {
      Outcome outcome =
          Simulation.ours(CountFamily.DENSITY)
              .judge(
                  "densities of shape " + shape + ", " + expected + " cases, groups of " + members,
                  random -> SimulatedGroup.ofDensities(shape, members, expected, random));

      assertThat(outcome.covered()).isBetween(0.93, 0.97);
      assertThat(outcome.error()).isLessThan(outcome.rawError());
    }
  }
}

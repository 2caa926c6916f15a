package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DiceTest {

  private static final int DRAWS = 40_000;
  private static final long FIRST_NUMBER = -2408133282034033212L;

  @Test
  void equalKeysThrowEqualNumbers() {
    assertThat(Dice.of(7, "cases", 3, 4).seed()).isEqualTo(Dice.of(7, "cases", 3, 4).seed());
  }

  @Test
  void anyOtherKeyThrowsOtherNumbers() {
    long seed = Dice.of(7, "cases", 3, 4).seed();
    assertThat(Dice.of(8, "cases", 3, 4).seed()).isNotEqualTo(seed);
    assertThat(Dice.of(7, "orders", 3, 4).seed()).isNotEqualTo(seed);
    assertThat(Dice.of(7, "cases", 4, 3).seed()).isNotEqualTo(seed);
  }

  @Test
  void theFirstNumberIsTheSameOnEveryMachine() {
    assertThat(Dice.of(7, "cases", 3, 4).seed()).isEqualTo(FIRST_NUMBER);
  }

  @Test
  void curvesHaveTheirMeans() {
    Dice dice = Dice.of(1, "means");
    assertThat(mean(dice::unit)).isCloseTo(0.5, within(0.01));
    assertThat(mean(dice::normal)).isCloseTo(0, within(0.03));
    assertThat(mean(() -> dice.poisson(2.5))).isCloseTo(2.5, within(0.05));
    assertThat(mean(() -> dice.logNormal(1, 0.5))).isCloseTo(Math.exp(0.125), within(0.03));
  }

  @Test
  void weightsAreShares() {
    Dice dice = Dice.of(1, "weights");
    double[] weights = {1, 0, 3};
    assertThat(mean(() -> dice.weighted(weights) == 2 ? 1 : 0)).isCloseTo(0.75, within(0.01));
    assertThat(mean(() -> dice.weighted(weights) == 1 ? 1 : 0)).isZero();
  }

  private static double mean(DoubleSupplier draw) {
    return DoubleStream.generate(draw).limit(DRAWS).average().orElseThrow();
  }
}

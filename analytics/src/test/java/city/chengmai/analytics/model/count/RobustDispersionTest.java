package city.chengmai.analytics.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobustDispersionTest {

  private static final int LENGTH = 20_000;

  @ParameterizedTest
  @CsvSource({"2, 5", "0.5, 2", "10, 3", "400, 4", "6, 1.2"})
  void dispersionOfOrdinaryCountsIsTheirs(double mean, double dispersion) {
    RandomDataGenerator random = new RandomDataGenerator(7);
    double[] counts = new double[LENGTH];
    Arrays.setAll(
        counts,
        i -> random.nextPoisson(random.nextGamma(mean / (dispersion - 1), dispersion - 1) + 1e-12));
    double[][] rows = new double[LENGTH][];
    Arrays.setAll(rows, i -> new double[] {1});

    CountFit first = CountRegression.poisson(Design.of(rows), counts);
    CountFit second = CountRegression.refit(first, AnscombeWeights.of(first));

    assertThat(second.dispersion()).isLessThan(0.99 * dispersion);
    assertThat(RobustDispersion.of(second)).isCloseTo(dispersion, within(0.06 * dispersion));
  }
}

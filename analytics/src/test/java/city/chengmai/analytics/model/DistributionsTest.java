package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our quantiles and draws against those of a library. */
class DistributionsTest {

  @ParameterizedTest
  @CsvSource({"0.05, 3", "0.6, 0.4", "2, 5", "40, 2", "900, 100", "100000, 3"})
  void betaIsThatOfTheLibrary(double alpha, double beta) {
    check(new BetaBelief(alpha, beta), new BetaDistribution(alpha, beta));
  }

  @ParameterizedTest
  @CsvSource({"0.3, 2", "1, 1", "7, 0.5", "2500, 40"})
  void gammaIsThatOfTheLibrary(double shape, double rate) {
    check(new GammaBelief(shape, rate), new GammaDistribution(shape, 1 / rate));
  }

  private static void check(Belief ours, RealDistribution library) {
    assertThat(ours.mean()).isCloseTo(library.getNumericalMean(), within(1e-9));
    for (double share : new double[] {0.001, 0.025, 0.5, 0.975, 0.999}) {
      assertThat(library.cumulativeProbability(ours.quantile(share)))
          .isCloseTo(share, within(1e-5));
    }
    SplittableRandom random = new SplittableRandom(4);
    double[] draws = IntStream.range(0, 4_000).mapToDouble(i -> ours.draw(random)).toArray();
    assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(library, draws))
        .isLessThan(0.03);
  }
}

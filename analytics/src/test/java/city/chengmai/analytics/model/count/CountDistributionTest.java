package city.chengmai.analytics.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.discrete.PascalDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;

class CountDistributionTest {

  @Test
  void poissonTailIsTheLibrarysTail() {
    CountDistribution counts = new CountDistribution(4.2, 4.2);
    PoissonDistribution library = new PoissonDistribution(4.2);
    for (int k = 1; k < 25; k++) {
      assertThat(counts.upperTail(k))
          .isCloseTo(1 - library.cumulativeProbability(k - 1), within(1e-12));
    }
  }

  @Test
  void negativeBinomialTailIsTheLibrarysTail() {
    // Size 3 and success probability 0.4: mean 4.5, variance 11.25.
    CountDistribution counts = new CountDistribution(4.5, 11.25);
    PascalDistribution library = new PascalDistribution(3, 0.4);
    for (int k = 1; k < 40; k++) {
      assertThat(counts.upperTail(k))
          .isCloseTo(1 - library.cumulativeProbability(k - 1), within(1e-12));
    }
  }

  @Test
  void logarithmOfATailTooSmallForADoubleIsRight() {
    // Poisson with mean 10: the tail from 752 on is its first term times 1 / (1 - 10/753), nearly.
    CountDistribution counts = new CountDistribution(10, 10);
    double logFactorial = 0;
    for (int i = 2; i <= 752; i++) {
      logFactorial += Math.log10(i);
    }
    double expected = 752 - 10 / Math.log(10) - logFactorial - Math.log10(1 - 10.0 / 753);

    assertThat(counts.upperTail(752)).isZero();
    assertThat(counts.log10UpperTail(752)).isCloseTo(expected, within(1e-3)).isLessThan(-1000);
  }

  @Test
  void tailFallsWithTheCountAndQuantileBoundsIt() {
    CountDistribution counts = new CountDistribution(2.5, 6);
    for (long k = 1; k < 200; k++) {
      assertThat(counts.log10UpperTail(k + 1)).isLessThan(counts.log10UpperTail(k));
    }
    long bound = counts.quantile(0.99);
    assertThat(counts.upperTail(bound + 1)).isLessThanOrEqualTo(0.01);
    assertThat(counts.upperTail(bound)).isGreaterThan(0.01);
  }

  @Test
  void nothingIsCertainToBeReached() {
    assertThat(new CountDistribution(3, 3).log10UpperTail(0)).isZero();
  }
}

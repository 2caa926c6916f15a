package city.chengmai.dashboard.page.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.dashboard.chart.FunnelChart.Limit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlLimitsTest {

  @ParameterizedTest
  @CsvSource({"0.9, 10", "0.5, 25", "0.97, 200", "0.2, 1000"})
  void chanceAloneSeldomPassesTheLimitsOfShares(double share, int sample) {
    Limit limit = ControlLimits.ofShares(share, sample);
    SplittableRandom random = new SplittableRandom(7);
    int out = 0;
    int far = 0;
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      int hits = 0;
      for (int i = 0; i < sample; i++) {
        hits += random.nextDouble() < share ? 1 : 0;
      }
      double value = (double) hits / sample;
      out += value < limit.low() || value > limit.high() ? 1 : 0;
      far += value < limit.farLow() || value > limit.farHigh() ? 1 : 0;
    }
    assertThat((double) out / rounds).isBetween(0.005, 0.05);
    assertThat((double) far / rounds).isLessThan(0.003);
  }

  @Test
  void limitsNarrowWithTheSampleAndMeetTheNormalOnes() {
    Limit exact = ControlLimits.ofShares(0.8, 19_999);
    Limit normal = ControlLimits.ofShares(0.8, 20_001);

    assertThat(exact.low()).isCloseTo(normal.low(), within(1e-4));
    assertThat(exact.farHigh()).isCloseTo(normal.farHigh(), within(1e-4));
    assertThat(exact.low()).isGreaterThan(ControlLimits.ofShares(0.8, 50).low());
  }

  @Test
  void densitiesHaveLimitsOfCountsOverTheirExposure() {
    Limit limit = ControlLimits.ofDensities(50, 2);

    assertThat(limit.low()).isBetween(40.0, 41.5);
    assertThat(limit.high()).isBetween(59.0, 61.5);
    assertThat(limit.farLow()).isLessThan(limit.low());
    assertThat(ControlLimits.ofDensities(0, 2).high()).isZero();
    assertThat(ControlLimits.ofShares(1, 12).farLow()).isEqualTo(1);
  }
}

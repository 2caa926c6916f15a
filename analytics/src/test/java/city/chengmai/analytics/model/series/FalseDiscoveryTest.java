package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

  /** Example of the paper, table 1: 15 tests, four may be reported at 5 %. */
  @Test
  void reportsTheFourOfThePublishedExample() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };

    double threshold = FalseDiscovery.threshold(log10(p), p.length, 0.05);

    assertThat(Arrays.stream(p).filter(value -> Math.log10(value) <= threshold).count())
        .isEqualTo(4);
  }

  @Test
  void fewDaysOfTenThousandNullSeriesHaveAnyDiscovery() {
    Random random = new Random(5);
    int daysWithDiscovery = 0;
    for (int day = 0; day < 100; day++) {
      double[] p = random.doubles(10_000).toArray();
      if (FalseDiscovery.threshold(log10(p), p.length, 0.1) > Double.NEGATIVE_INFINITY) {
        daysWithDiscovery++;
      }
    }
    assertThat(daysWithDiscovery).isLessThanOrEqualTo(16);
  }

  private static double[] log10(double[] p) {
    return Arrays.stream(p).map(Math::log10).toArray();
  }
}

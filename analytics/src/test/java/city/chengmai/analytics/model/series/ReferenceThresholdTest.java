package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.count.AnscombeWeights;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds and weights against the numbers printed in the tests of R's surveillance package. */
class ReferenceThresholdTest {

  private static final Offset<Double> CLOSE = within(1e-6);
  private static final double ALPHA = 0.05;

  @ParameterizedTest
  @CsvSource({
    "1, 1.3073128, 8.6926872, 0.0907246, 0.8124165",
    "0.5, 1.9891097, 9.3744842, 0.1189986, 0.6857951",
    "0.6666666666666667, 1.8084477, 9.1154825, 0.1094727, 0.7289546"
  })
  void powerGivesTheFourNumbers(double power, double lower, double upper, double p, double score) {
    CountThreshold threshold = CountThreshold.ofPower(5, 0.2, 1, ALPHA, 8, power);

    assertThat(threshold.lower()).isCloseTo(lower, CLOSE);
    assertThat(threshold.upper()).isCloseTo(upper, CLOSE);
    assertThat(threshold.p()).isCloseTo(p, CLOSE);
    assertThat(threshold.score()).isCloseTo(score, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1, 1, 10, 0.03763657",
    "1, 1, 2, 9, 0.01369527",
    "1.5, 2, 8, 24, 0.8597797",
    "1, 2, 9, 22, 0.9093099"
  })
  void negativeBinomialGivesTheThreeNumbers(
      double dispersion, double errorFactor, double lower, double upper, double p) {
    CountThreshold threshold =
        CountThreshold.ofNegativeBinomial(
            Math.log(5), Math.log(errorFactor), dispersion, ALPHA, 11);

    assertThat(threshold.lower()).isEqualTo(lower);
    assertThat(threshold.upper()).isEqualTo(upper);
    assertThat(threshold.p()).isCloseTo(p, CLOSE);
  }

  @Test
  void largeResidualsCountLess() {
    double[] residuals = {0, 0, 0, 0, 0, 2, 2, 2, 2, 2};

    assertThat(AnscombeWeights.of(residuals, 0))
        .containsExactly(new double[] {1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4}, CLOSE);
  }
}

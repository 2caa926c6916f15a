package city.chengmai.analytics.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.Agona;
import city.chengmai.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The fits against numbers printed by R: help pages of glm, MASS and the Agona series. */
class ReferenceRegressionTest {

  private static final Offset<Double> CLOSE = within(1e-4);

  @Test
  void poissonGivesTheNumbersOfTheHelpPage() {
    double[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
    double[][] rows = new double[9][];
    for (int i = 0; i < 9; i++) {
      int outcome = i % 3;
      int treatment = i / 3;
      rows[i] =
          new double[] {
            1, flag(outcome == 1), flag(outcome == 2), flag(treatment == 1), flag(treatment == 2)
          };
    }

    CountFit fit = CountRegression.poisson(Design.of(rows), counts);

    assertThat(fit.coefficients())
        .containsExactly(new double[] {3.044522, -0.454255, -0.292987, 0, 0}, CLOSE);
    assertThat(fit.deviance()).isCloseTo(5.129141, CLOSE);
  }

  @Test
  @Tag("shared-data")
  @ExtendWith(SharedData.class)
  void negativeBinomialFitsAgonaAsMassDoes() {
    double[] counts = Agona.counts();

    NegativeBinomialRegression.Result result =
        NegativeBinomialRegression.fit(Design.of(waves(counts.length)), counts);
    CountFit fit = result.fit();

    assertThat(fit.coefficients())
        .containsExactly(new double[] {1.0369719, -0.0257898, -0.2220638, -0.5866608}, CLOSE);
    assertThat(IntStream.range(0, 4).mapToDouble(fit::standardError).toArray())
        .containsExactly(new double[] {0.0901522, 0.0260732, 0.0636920, 0.0655315}, CLOSE);
    assertThat(result.theta()).isCloseTo(4.0234329, CLOSE);
    assertThat(result.twiceLogLikelihood()).isCloseTo(-1267.38348, CLOSE);
    assertThat(fit.deviance()).isCloseTo(352.28357, within(1e-3));
    assertThat(List.of(fit.means()[0], fit.means()[1], fit.means()[2], fit.means()[3]))
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
        .containsExactly(2.107110, 1.973822, 1.858590, 1.760725);
  }

  @Test
  @Tag("shared-data")
  @ExtendWith(SharedData.class)
  void weeksAboveTheirQuantileAreThePublishedOnes() {
    double[] counts = Agona.counts();
    NegativeBinomialRegression.Result result =
        NegativeBinomialRegression.fit(Design.of(waves(counts.length)), counts);

    List<Long> bounds = new ArrayList<>();
    List<Integer> above = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      long bound = CountDistribution.ofSize(result.fit().means()[i], result.theta()).quantile(0.99);
      bounds.add(bound);
      if (counts[i] > bound) {
        above.add(i + 1);
      }
    }

    assertThat(bounds.subList(0, 4)).containsExactly(8L, 7L, 7L, 7L);
    assertThat(above).containsExactly(63, 82, 83, 264);
  }

  @Test
  @Tag("shared-data")
  @ExtendWith(SharedData.class)
  void quasiPoissonFitsAgona() {
    double[] counts = Agona.counts();

    CountFit fit = CountRegression.poisson(Design.of(waves(counts.length)), counts);

    assertThat(fit.coefficients())
        .containsExactly(new double[] {1.0588593, -0.0337077, -0.2425599, -0.5915278}, CLOSE);
    assertThat(fit.dispersion()).isCloseTo(1.914555, CLOSE);
    assertThat(fit.deviance()).isCloseTo(560.991115, CLOSE);
  }

  private static double[][] waves(int weeks) {
    double[][] rows = new double[weeks][];
    for (int i = 0; i < weeks; i++) {
      double t = (i + 1) / 52.0;
      rows[i] = new double[] {1, t, Math.cos(2 * Math.PI * t), Math.sin(2 * Math.PI * t)};
    }
    return rows;
  }

  private static double flag(boolean holds) {
    return holds ? 1 : 0;
  }
}

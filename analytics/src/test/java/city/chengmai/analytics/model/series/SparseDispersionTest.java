package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.count.AnscombeWeights;
import city.chengmai.analytics.model.count.CountFit;
import city.chengmai.analytics.model.count.CountRegression;
import city.chengmai.analytics.model.count.Design;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparseDispersionTest {

  @Test
  void plentyOfCasesAreTrusted() {
    CountFit plain = fit(Simulated.series(Cadence.DAY, 700, 1, i -> 20).counts());
    CountFit weighted = CountRegression.refit(plain, AnscombeWeights.of(plain));

    assertThat(SparseDispersion.of(plain, weighted))
        .isCloseTo(Math.max(1, weighted.dispersion()), within(1e-12));
  }

  @Test
  void daysOfSeveralCasesTellOfDispersionWhereCasesAreRare() {
    double[] counts = new double[700];
    for (int i = 10; i < counts.length; i += 70) {
      counts[i] = 5;
    }
    CountFit plain = fit(counts);
    CountFit weighted = CountRegression.refit(plain, AnscombeWeights.of(plain));

    assertThat(SparseDispersion.of(plain, weighted))
        .isGreaterThan(plain.dispersion())
        .isGreaterThan(2 * weighted.dispersion());
  }

  private static CountFit fit(double[] counts) {
    double[][] rows = new double[counts.length][];
    Arrays.setAll(rows, i -> new double[] {1});
    return CountRegression.poisson(Design.of(rows), counts);
  }
}

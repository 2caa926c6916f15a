package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.count.CountDistribution;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PooledTailTest {

  private static final int MOST = 100;

  /** Every pair of counts whose statistic is as small, added up. */
  @ParameterizedTest
  @CsvSource({"3, 4, 1, 1", "0.4, 0.3, 2, 1", "12, 10, 1.5, 1", "5, 5, 1, 3", "2, 20, 3, 0.5"})
  void probabilityIsThatOfAStatisticSoSmall(
      double meanBefore, double mean, double dispersion, double weight) {
    Forecast before = new Forecast(meanBefore, dispersion, 0);
    Forecast now = new Forecast(mean, dispersion, 0);
    PooledTail tail = new PooledTail(before, now, weight);

    for (int x = 0; x < 8; x++) {
      for (int y = 1; y < 3 * mean + 4; y += 2) {
        assertThat(Math.pow(10, tail.log10(x, y)))
            .isCloseTo(addedUp(before, now, weight, x, y), within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 310, 1.2", "0.01, 0.01, 1", "40, 600, 4"})
  void farOutItLiesBetweenTheSmallerTailAndTwiceThat(double first, double second, double spread) {
    PooledTail tail =
        new PooledTail(new Forecast(first, spread, 0.001), new Forecast(second, spread, 0.001), 1);
    long count = Math.round(second + 30 * Math.sqrt(spread * second) + 9);

    double alone = new Forecast(second, spread, 0.001).distribution().log10UpperTail(count);

    assertThat(tail.log10(Math.round(first), count))
        .isLessThan(-5)
        .isLessThanOrEqualTo(alone + Math.log10(2) + 1e-9);
  }

  private static double addedUp(Forecast before, Forecast now, double weight, int x, int y) {
    double[] alone = tails(now.distribution(), 0);
    double[] together = tails(before.plus(now).distribution(), Math.log10(weight));
    double statistic = Math.min(alone[y], together[x + y]);
    if (statistic >= 0) {
      return 1;
    }
    double sum = 0;
    for (int i = 0; i < MOST; i++) {
      double mass = before.distribution().mass(i);
      for (int j = 0; j < MOST; j++) {
        if (Math.min(alone[j], together[i + j]) <= statistic + 1e-9) {
          sum += mass * now.distribution().mass(j);
        }
      }
    }
    return Math.max(sum, Math.pow(10, statistic));
  }

  private static double[] tails(CountDistribution counts, double logWeight) {
    double[] tails = new double[2 * MOST];
    Arrays.setAll(tails, k -> counts.log10UpperTail(k) + logWeight);
    return tails;
  }
}

package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.BeforeAfter.Windows;
import city.chengmai.analytics.model.series.DailySeries;
import city.chengmai.datasets.calendar.NoHolidays;
import java.time.LocalDate;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class BeforeAfterTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final int SIMULATIONS = 3000;

  private static BeforeAfter compare(double[] counts, int before, int after) {
    return BeforeAfter.of(
        new DailySeries(MONDAY, counts),
        new Windows(0, before, counts.length - after, counts.length),
        new NoHolidays());
  }

  /** The block of the renewal (154街坊): three complaints a day, none within a week. */
  @Test
  void threeADayToNoneWithinAWeekIsAClearEffect() {
    double[] counts = new double[28 + 7 + 7];
    Arrays.fill(counts, 0, 28, 3);
    System.arraycopy(new double[] {3, 2, 2, 1, 1, 0, 0}, 0, counts, 28, 7);
    BeforeAfter effect = compare(counts, 28, 7);
    assertThat(effect.expected()).isCloseTo(21, within(1e-9));
    assertThat(effect.after()).isZero();
    assertThat(effect.ratio().orElseThrow()).isZero();
    assertThat(effect.lower().orElseThrow()).isZero();
    assertThat(effect.upper().orElseThrow()).isBetween(0.05, 0.2);
    assertThat(effect.state()).isEqualTo("fewer");
  }

  @Test
  void fewerWeekendsAfterAreNoEffect() {
    double[] counts = new double[28 + 5];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = i % 7 > 4 ? 1 : 8;
    }
    BeforeAfter effect = compare(counts, 28, 5);
    assertThat(effect.expected()).isCloseTo(40, within(2.0));
    assertThat(effect.state()).isEqualTo("no-clear-change");
  }

  @Test
  void twiceAsManyAreMore() {
    double[] counts = new double[42];
    Arrays.fill(counts, 0, 28, 4);
    Arrays.fill(counts, 28, 42, 9);
    BeforeAfter effect = compare(counts, 28, 14);
    assertThat(effect.ratio().orElseThrow()).isCloseTo(2.25, within(1e-9));
    assertThat(effect.state()).isEqualTo("more");
  }

  @Test
  void tooLittleExpectedIsNotJudged() {
    double[] counts = new double[35];
    counts[3] = 2;
    assertThat(compare(counts, 28, 7).state()).isEqualTo("insufficient");
  }

  @Test
  void withoutAChangeTheIntervalHoldsOneNineteenTimesOfTwenty() {
    assertThat(coverage(Double.POSITIVE_INFINITY)).isBetween(0.935, 0.975);
    assertThat(coverage(6)).isBetween(0.93, 0.975);
  }

  private static double coverage(double theta) {
    RandomDataGenerator random = new RandomDataGenerator(7);
    int held = 0;
    for (int run = 0; run < SIMULATIONS; run++) {
      double[] counts = new double[28 + 21];
      for (int i = 0; i < counts.length; i++) {
        double mean = i % 7 > 4 ? 3 : 6;
        double drawn =
            Double.isInfinite(theta)
                ? mean
                : random.nextDeviate(new GammaDistribution(theta, mean / theta));
        counts[i] = random.nextPoisson(Math.max(1e-9, drawn));
      }
      held += compare(counts, 28, 21).state().equals("no-clear-change") ? 1 : 0;
    }
    return held / (double) SIMULATIONS;
  }

  @Test
  void windowsMustFollowEachOther() {
    assertThatThrownBy(() -> new Windows(0, 10, 8, 20)).hasMessageContaining("follow");
  }
}

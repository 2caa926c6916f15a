package city.chengmai.datasets.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  /** Published counts with the percentage printed beside them. */
  @ParameterizedTest
  @CsvSource({
    "Fuzhou filing, 33928, 36314, 93.43",
    "Suzhou handling, 6507, 6523, 99.75",
    "Tianmen closing, 911, 972, 93.72",
    "Lianyungang closing, 413, 429, 96.27",
    "Tianmen on-time closing, 737, 972, 75.82",
    "Lianyungang on-time closing, 404, 429, 94.17",
    "Lianyungang first-time done, 421, 429, 98.14",
    "Tianmen public reports, 43, 996, 4.32",
    "Tianmen patrol reports, 953, 996, 95.68"
  })
  void publishedCountsGiveThePublishedRate(
      String what, double numerator, double denominator, double percent) {
    double share = new Rate(numerator, denominator).share().orElseThrow();

    assertThat(100 * share).as(what).isCloseTo(percent, within(0.005));
  }

  @Test
  void ninetyFivePercentOfFiftyTwoIsNoCount() {
    for (int reached = 0; reached <= 52; reached++) {
      double percent = 100 * new Rate(reached, 52).share().orElseThrow();
      assertThat(Math.round(percent * 10) / 10.0).isNotEqualTo(95.0);
    }
    assertThat(new Rate(2634, 2662).share().orElseThrow()).isCloseTo(0.9895, within(0.00005));
    assertThat(2662 - 2634).isEqualTo(28);
    assertThat(52 + 148 + 16).isEqualTo(216);
  }

  @Test
  void nothingOfNothingIsNoRate_d1() {
    assertThat(Rate.NOTHING.share()).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void mergingDoesNotDependOnOrderOrGrouping_d6() {
    Random random = new Random(11);
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int denominator = random.nextInt(50);
      rates.add(new Rate(random.nextInt(denominator + 1), denominator));
    }
    Rate expected = rates.stream().reduce(Rate.NOTHING, Rate::plus);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(rates, random);
      int cut = random.nextInt(rates.size());
      Rate left = rates.subList(0, cut).stream().reduce(Rate.NOTHING, Rate::plus);
      Rate right = rates.subList(cut, rates.size()).stream().reduce(Rate.NOTHING, Rate::plus);
      assertThat(left.plus(right)).isEqualTo(expected);
    }
  }

  @Test
  void negativeCountIsRefused() {
    assertThatThrownBy(() -> new Rate(-1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("numerator");
  }
}

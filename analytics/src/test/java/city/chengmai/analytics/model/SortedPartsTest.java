package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedPartsTest {

  @Test
  void exampleOfThePage() {
    SortedParts parts =
        new SortedParts(List.of(SortedParts.Part.of(1, 5), SortedParts.Part.of(2, 2, 9)));
    assertThat(parts.quantile(0.5)).isEqualTo(2);
    assertThat(parts.quantile(0.9)).isCloseTo(7.4, Offset.offset(1e-12));
    assertThat(parts.sum()).isEqualTo(19);
    assertThat(parts.count()).isEqualTo(5);
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(new SortedParts(List.of()).quantile(0.5)).isZero();
    assertThat(new SortedParts(List.of(SortedParts.Part.of())).quantile(0.5)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void quantilesAreThoseOfTheWholeSample(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      List<SortedParts.Part> parts = new ArrayList<>();
      LongStream.Builder all = LongStream.builder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        long[] sorted =
            random
                .longs(random.nextInt(run % 2 == 0 ? 9 : 90), -20, random.nextInt(1, 1 << 20))
                .toArray();
        Arrays.sort(sorted);
        parts.add(SortedParts.Part.of(sorted));
        Arrays.stream(sorted).forEach(all::add);
      }
      double[] values = all.build().asDoubleStream().toArray();
      if (values.length > 0) {
        for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
          double expected =
              new Percentile(100 * share)
                  .withEstimationType(Percentile.EstimationType.R_7)
                  .evaluate(values);
          assertThat(new SortedParts(parts).quantile(share))
              .isCloseTo(expected, Offset.offset(1e-6));
        }
      }
    }
  }
}

package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FarringtonSeasonTest {

  private static final FarringtonSettings SETTINGS = new FarringtonSettings(0.01, 2, 3, 10, 26);

  @Test
  void yearIsSplitIntoRunsAsEqualAsPossibleTheLongerFirst() {
    CountSeries series =
        CountSeries.of(LocalDateTime.of(2020, 1, 6, 0, 0), Cadence.WEEK, new double[200]);
    FarringtonSeason season = new FarringtonSeason(series, 150, SETTINGS);

    // Week 150 begins on 2022-11-21; the Mondays nearest to that date are weeks 98 and 46.
    assertThat(season.first()).isEqualTo(43);
    assertThat(IntStream.range(43, 102).map(season::of).limit(13))
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2);
    assertThat(IntStream.range(95, 102).map(season::of)).containsOnly(0);
    assertThat(IntStream.range(147, 150).map(season::of)).containsOnly(0);
    assertThat(season.of(94)).isEqualTo(9);
    assertThat(season.of(146)).isEqualTo(9);
  }
}

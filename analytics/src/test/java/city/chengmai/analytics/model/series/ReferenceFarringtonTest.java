package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.Agona;
import city.chengmai.testing.SharedData;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Farrington Flexible on the Agona series against R's surveillance package. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class ReferenceFarringtonTest {

  private static final int FIRST = 282;
  private static final int LAST = 312;
  private static final FarringtonSettings SETTINGS = new FarringtonSettings(0.01, 4, 3, 10, 26);

  private final FarringtonDetector detector = new FarringtonDetector(SETTINGS);
  private CountSeries series;

  @BeforeEach
  void read() {
    series = CountSeries.of(LocalDateTime.of(1990, 1, 1, 0, 0), Cadence.WEEK, Agona.counts());
  }

  @ParameterizedTest
  @CsvSource({
    "282, 2, 6, 1.388358, 1.542888, 0.373271",
    "283, 4, 6, 1.445691, 1.484242, 0.0924084",
    "284, 7, 6, 1.625944, 1.424842, 0.00887105",
    "285, 6, 7, 1.810602, 1.415665, 0.0289586",
    "291, 4, 11, 3.351014, 1.715223, 0.407584",
    "301, 3, 11, 4.218627, 1.423698, 0.738987",
    "312, 4, 9, 3.249499, 1.260298, 0.401498"
  })
  void weekIsThatOfTheTable(
      int week, int observed, double bound, double mean, double dispersion, double p) {
    Judgement judgement = detector.judge(series, week - 1, week).get(0);

    assertThat(judgement.observed()).isEqualTo(observed);
    assertThat(judgement.upper()).isEqualTo(bound);
    assertThat(judgement.expected()).isCloseTo(mean, within(1e-4));
    assertThat(judgement.p()).isCloseTo(p, within(1e-3));
    assertThat(
            detector
                .expect(series, week - 1, new FarringtonSeason(series, week - 1, SETTINGS))
                .dispersion())
        .isCloseTo(dispersion, within(1e-3));
  }

  @Test
  void onlyWeek284RaisesAnAlarm() {
    List<Judgement> weeks = detector.judge(series, FIRST - 1, LAST);

    assertThat(weeks).hasSize(LAST - FIRST + 1);
    assertThat(weeks.stream().filter(Judgement::alarm).map(week -> week.position() + 1))
        .containsExactly(284);
    assertThat(weeks.stream().mapToDouble(Judgement::upper).sum()).isEqualTo(292);
  }
}

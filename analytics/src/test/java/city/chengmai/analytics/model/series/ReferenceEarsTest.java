package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.Agona;
import city.chengmai.analytics.model.series.EarsSettings.Variant;
import city.chengmai.testing.SharedData;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** EARS on the Agona series against R's surveillance package; C3 by its documented formula. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class ReferenceEarsTest {

  private static final Offset<Double> CLOSE = within(1e-5);
  private static final double Z_999 = 3.090232306167813;
  private static final double Z_975 = 1.959963984540054;
  private static final int WEEKS = 312;

  @Test
  void c1RaisesThePublishedAlarms() {
    List<Judgement> weeks = judge(new EarsSettings(Variant.C1, 7, 0, Z_999), 20);

    assertThat(alarms(weeks))
        .containsExactly(21, 30, 36, 62, 75, 80, 82, 111, 128, 191, 192, 210, 232, 283, 284, 294);
    assertThat(sumOfBounds(weeks)).isCloseTo(2543.442772, CLOSE);
    assertThat(bounds(weeks))
        .containsExactly(
            new double[] {3.637534, 4.090232, 8.321480, 8.432719, 8.030093, 8.125704}, CLOSE);
  }

  @Test
  void c2RaisesThePublishedAlarms() {
    List<Judgement> weeks = judge(new EarsSettings(Variant.C2, 7, 0, Z_999), 20);

    assertThat(alarms(weeks))
        .containsExactly(
            21, 36, 47, 63, 80, 81, 82, 111, 128, 144, 145, 192, 193, 210, 211, 233, 264, 283, 284,
            285);
    assertThat(sumOfBounds(weeks)).isCloseTo(2542.856478, CLOSE);
    assertThat(bounds(weeks))
        .containsExactly(
            new double[] {4.568293, 4.724207, 3.637534, 4.090232, 8.321480, 8.432719}, CLOSE);
  }

  @Test
  void c2WithLongBaselineAndFloorGivesThePublishedDeviations() {
    List<Judgement> weeks = judge(new EarsSettings(Variant.C2, 28, 1, 3), 31);

    assertThat(weeks.subList(0, 4).stream().mapToDouble(Judgement::score).toArray())
        .containsExactly(new double[] {0.952217, 1.520752, 0.738997, 2.720902}, CLOSE);
    assertThat(weeks.stream().mapToDouble(Judgement::score).sum()).isCloseTo(35.914636, CLOSE);
    assertThat(alarms(weeks)).containsExactly(36, 47, 80, 81, 82, 83, 145, 192, 241);
  }

  @Test
  void c3FollowsItsDocumentedFormula() {
    List<Integer> alarms = alarms(judge(new EarsSettings(Variant.C3, 7, 0.5, Z_975), 20));

    assertThat(alarms).hasSize(60).startsWith(21, 22, 23, 32, 33, 34, 36, 37, 38, 47);
    assertThat(alarms).endsWith(287, 295, 296);
  }

  private static List<Judgement> judge(EarsSettings settings, int firstWeek) {
    CountSeries series =
        CountSeries.of(LocalDateTime.of(1990, 1, 1, 0, 0), Cadence.WEEK, Agona.counts());
    return new EarsDetector(settings).judge(series, firstWeek - 1, WEEKS);
  }

  private static List<Integer> alarms(List<Judgement> weeks) {
    return weeks.stream().filter(Judgement::alarm).map(week -> week.position() + 1).toList();
  }

  private static double sumOfBounds(List<Judgement> weeks) {
    return weeks.stream().mapToDouble(Judgement::upper).sum();
  }

  private static double[] bounds(List<Judgement> weeks) {
    return weeks.stream().limit(6).mapToDouble(Judgement::upper).toArray();
  }
}

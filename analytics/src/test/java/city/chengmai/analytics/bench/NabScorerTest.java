package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The benchmark's own self-test: saying nothing is worth 0 points, being right at once 100. */
class NabScorerTest {

  private static final int ROWS = 1000;
  private static final int FIRST = 400;
  private static final int LAST = 499;
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void sameScoreForEveryRowIsWorthNothing() {
    double[] scores = new double[ROWS];
    Arrays.fill(scores, 0.5);

    assertThat(scored(scores).best().points()).isZero();
  }

  @Test
  void alarmAtTheStartOfTheWindowIsWorthEverything() {
    assertThat(scored(alarm(FIRST)).best().points()).isCloseTo(100, EXACT);
  }

  @Test
  void lateAlarmIsWorthLessThanAnEarlyOne() {
    assertThat(scored(alarm(LAST)).best().points())
        .isBetween(50.0, scored(alarm(FIRST + 50)).best().points());
  }

  @Test
  void falseAlarmsCostTheirWeightBeforeTheWindowAndLittleJustBehindIt() {
    double[] before = alarm(FIRST);
    before[300] = 1;
    double[] behind = alarm(FIRST);
    behind[LAST + 1] = 1;

    assertThat(scored(before).best().points()).isCloseTo(100 - 11 / 2.0, EXACT);
    assertThat(scored(behind).best().points()).isBetween(99.5, 100.0);
  }

  @Test
  void alarmsOfTheFirstRowsDoNotCount() {
    double[] scores = alarm(FIRST);
    scores[149] = 1;

    assertThat(scored(scores).best().points()).isCloseTo(100, EXACT);
  }

  private static double[] alarm(int row) {
    double[] scores = new double[ROWS];
    scores[row] = 1;
    return scores;
  }

  private static NabScorer scored(double[] scores) {
    NabScorer scorer = new NabScorer(NabProfile.STANDARD);
    scorer.add(
        new NabSeries(
            "folder/series.csv",
            Collections.nCopies(ROWS, "2026-01-01 00:00:00"),
            Collections.nCopies(ROWS, 0.0),
            List.of(new NabSeries.Window(FIRST, LAST))),
        scores);
    return scorer;
  }
}

package city.chengmai.analytics.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SensorDetectorTest {

  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 0, 0);
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int DAY = 288;
  private static final int DAYS = 10;
  private static final int ROWS = DAY * DAYS;
  private static final int LEARNING = DAY * 5;

  @Test
  void laterReadingsChangeNoEarlierScore() {
    double[] whole = daily();
    double[] part = Arrays.copyOf(whole, ROWS / 2);

    assertThat(scores(part)).isEqualTo(Arrays.copyOf(scores(whole), ROWS / 2));
  }

  @Test
  void unitOfMeasurementDoesNotMatter() {
    double[] scores = scores(daily());
    double[] inOtherUnit = scores(Arrays.stream(daily()).map(v -> 4 * v + 32).toArray());

    for (int row = 0; row < ROWS; row++) {
      assertThat(inOtherUnit[row]).isCloseTo(scores[row], within(1e-6));
    }
  }

  @Test
  void ordinaryDaysRaiseNoAlarm() {
    assertThat(alarms(scores(daily()))).isEmpty();
  }

  @Test
  void streamThatNeverMovesRaisesNoAlarm() {
    double[] still = new double[ROWS];
    Arrays.fill(still, 45);

    assertThat(alarms(scores(still))).isEmpty();
  }

  @Test
  void readingFarOutsideRaisesAnAlarmAtOnce() {
    double[] values = daily();
    values[ROWS - 100] += 200;

    assertThat(alarms(scores(values))).first().isEqualTo(ROWS - 100);
  }

  @Test
  void shiftOfLevelIsOneAlarmAndNotOneForEachReading() {
    double[] values = daily();
    for (int row = ROWS - 150; row < ROWS; row++) {
      values[row] += 120;
    }

    assertThat(alarms(scores(values))).isNotEmpty().hasSizeLessThan(6);
    assertThat(alarms(scores(values)).get(0)).isBetween(ROWS - 150, ROWS - 140);
  }

  @Test
  void dayWithoutItsUsualPeakRaisesAnAlarmThatDay() {
    double[] values = daily();
    for (int row = ROWS - DAY; row < ROWS; row++) {
      values[row] = Math.min(values[row], 22);
    }

    assertThat(alarms(scores(values))).isNotEmpty().allMatch(row -> row >= ROWS - DAY);
  }

  @Test
  void gapsRepeatedAndUnorderedStampsAndMissingNumbersAreTaken() {
    SensorDetector detector = new SensorDetector();
    Random random = new Random(3);
    double[] values = daily();
    LocalDateTime time = START;
    for (int row = 0; row < ROWS; row++) {
      time =
          switch (random.nextInt(20)) {
            case 0 -> time;
            case 1 -> time.minusMinutes(30);
            case 2 -> time.plusHours(6);
            default -> time.plus(STEP);
          };
      boolean missing = random.nextInt(30) == 0;
      double score = detector.score(time, missing ? Double.NaN : values[row]);
      assertThat(score).isBetween(0.0, 1.0);
      if (missing) {
        assertThat(score).isZero();
      }
    }
  }

  private static double[] scores(double[] values) {
    SensorDetector detector = new SensorDetector();
    double[] scores = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      scores[row] = detector.score(START.plus(STEP.multipliedBy(row)), values[row]);
    }
    return scores;
  }

  /** Alarms after the days in which nearly everything is new. */
  private static List<Integer> alarms(double[] scores) {
    List<Integer> alarms = new ArrayList<>();
    for (int row = LEARNING; row < scores.length; row++) {
      if (scores[row] >= SensorDetector.ALARM) {
        alarms.add(row);
      }
    }
    return alarms;
  }

  /** About 20 by night and 80 by day, with noise. */
  private static double[] daily() {
    Random random = new Random(11);
    double[] values = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int hour = row % DAY / 12;
      values[row] = (hour >= 9 && hour < 18 ? 80 : 20) + random.nextDouble() * 6 - 3;
    }
    return values;
  }
}

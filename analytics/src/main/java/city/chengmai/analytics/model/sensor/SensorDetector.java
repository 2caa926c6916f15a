package city.chengmai.analytics.model.sensor;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Scores each reading of one sensor by how far it leaves what the sensor has shown before: in its
 * value, in its mean over some, many and very many readings, in its step from the reading before,
 * in how much it jumps about, and against the time of day. The clearest of these counts.
 *
 * <p>Readings come in order of arrival; stamps may repeat, go back or leave gaps. Keeps up to
 * 56,000 numbers a sensor, half a megabyte. Not safe for use by several threads.
 */
public final class SensorDetector {

  /** A score from which on a reading is worth an alarm. */
  public static final double ALARM = 0.15;

  private static final int MEMORY = 4000;
  private static final int LAG = 12;
  private static final int WARM_UP = 200;
  private static final int SHORT = 6;
  private static final int LONG = 24;
  private static final int LONGEST = 72;
  private static final int DAY = 288;
  private static final Duration LEARNING = Duration.ofDays(3);
  private static final double TRUST_IN_TIME_OF_DAY = 0.8;

  private final List<Level> levels =
      List.of(new Level(1), new Level(SHORT), new Level(LONG), new Level(LONGEST));
  private final Excess step = new Excess(MEMORY, LAG, WARM_UP);
  private final MovingMean unrest = new MovingMean(LONG);
  private final Excess restless = new Excess(MEMORY, LAG + LONG, WARM_UP);
  private final DayProfile profile = new DayProfile(LEARNING);
  private final MovingMean surprise = new MovingMean(SHORT);
  private final Excess unusual = new Excess(MEMORY, LAG + SHORT, DAY);
  private final Quiet quiet = new Quiet();
  private double before = Double.NaN;

  /** A mean over some readings. */
  private static final class Level {

    private final MovingMean mean;
    private final Excess excess;

    Level(int readings) {
      this.mean = new MovingMean(readings);
      this.excess = new Excess(MEMORY, readings == 1 ? LAG : LAG + readings, WARM_UP);
    }

    double next(double value) {
      excess.next(mean.next(value));
      return excess.either();
    }
  }

  /**
   * Takes a reading.
   *
   * @param time by the clock of the city
   * @param value in any unit; not a number where the sensor sent none
   * @return from 0 (nothing new) up to 1; low right after a higher score, so that what goes on is
   *     told once
   */
  public double score(LocalDateTime time, double value) {
    if (!Double.isFinite(value)) {
      return 0;
    }
    double change = Double.isNaN(before) ? 0 : value - before;
    before = value;
    double excess = timeOfDay(time, value);
    for (Level level : levels) {
      excess = Math.max(excess, level.next(value));
    }
    step.next(change);
    restless.next(unrest.next(Math.abs(change)));
    excess = Math.max(excess, Math.max(step.either(), restless.above()));
    double told = quiet.next(excess);
    return told / (1 + told);
  }

  private double timeOfDay(LocalDateTime time, double value) {
    OptionalDouble usual = profile.usual(time);
    profile.add(time, value);
    if (usual.isEmpty()) {
      return 0;
    }
    unusual.next(surprise.next(value - usual.getAsDouble()));
    return TRUST_IN_TIME_OF_DAY * unusual.either();
  }
}

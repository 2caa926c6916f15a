package city.chengmai.analytics.model;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a value is from a target, how fast it comes closer, and when it gets there at this pace.
 * Days are epoch days; both value and target are turned so that larger is better.
 *
 * @param state what can be said
 * @param gap what lacks; 0 or less when the target is reached
 * @param slope what is gained on the target in a day; empty with too few windows
 * @param slopeError its standard error
 * @param closes when the line meets the target
 * @param earliest start of the 95 % interval
 * @param latest end of it; empty when it has none within ten years
 */
public record CatchUp(
    State state,
    double gap,
    OptionalDouble slope,
    OptionalDouble slopeError,
    OptionalDouble closes,
    OptionalDouble earliest,
    OptionalDouble latest) {

  /** What can be said of a gap. */
  public enum State {
    /** The target is reached. */
    REACHED,
    /** Surely catching up, and in time. */
    ON_PACE,
    /** Surely catching up, but after the target day. */
    LATE,
    /** Catching up on the face of it; it may as well stand still. */
    UNCERTAIN,
    /** Not catching up, or not within ten years. */
    NOT_AT_THIS_PACE,
    /** Too few windows for a line. */
    INSUFFICIENT;

    /** The word in the table, for example {@code on-pace}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final double HORIZON_DAYS = 3652;

  /**
   * The state of a gap.
   *
   * @param times last days of windows that do not overlap, oldest first
   * @param values of these windows
   * @param current value now
   * @param target to be reached
   * @param higherIsBetter which way is better
   * @param today day of the current value
   * @param deadline day until when the target shall be reached
   */
  public static CatchUp of(
      double[] times,
      double[] values,
      double current,
      double target,
      boolean higherIsBetter,
      double today,
      double deadline) {
    int sign = higherIsBetter ? 1 : -1;
    double gap = sign * (target - current);
    if (times.length < CatchUpLine.FEWEST) {
      return bare(gap <= 0 ? State.REACHED : State.INSUFFICIENT, gap);
    }
    double[] turned = new double[values.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = sign * values[i];
    }
    CatchUpLine line = new CatchUpLine(times, turned);
    if (gap <= 0) {
      return known(State.REACHED, gap, line, NEVER);
    }
    return forecast(line, sign * target, gap, today, deadline);
  }

  private record When(OptionalDouble closes, OptionalDouble earliest, OptionalDouble latest) {}

  private static final When NEVER =
      new When(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  private static CatchUp forecast(
      CatchUpLine line, double target, double gap, double today, double deadline) {
    double closes = Math.max(today, line.meets(target));
    if (line.slope() <= 0 || closes - today > HORIZON_DAYS) {
      return known(State.NOT_AT_THIS_PACE, gap, line, NEVER);
    }
    CatchUpLine.Meeting meeting = line.meeting(target);
    double horizon = today + HORIZON_DAYS;
    double earliest = Math.max(today, start(meeting, line.meets(target)));
    boolean ends = meeting.bounded() && meeting.high() <= horizon;
    State sure = closes <= deadline ? State.ON_PACE : State.LATE;
    return known(
        meeting.bounded() ? sure : State.UNCERTAIN,
        gap,
        line,
        new When(
            OptionalDouble.of(closes),
            OptionalDouble.of(earliest),
            ends ? OptionalDouble.of(Math.max(today, meeting.high())) : OptionalDouble.empty()));
  }

  /** Where the part of the set begins that holds the meeting itself. */
  private static double start(CatchUpLine.Meeting meeting, double meets) {
    if (meeting.bounded()) {
      return meeting.low();
    }
    return meets >= meeting.high() ? meeting.high() : Double.NEGATIVE_INFINITY;
  }

  private static CatchUp bare(State state, double gap) {
    return new CatchUp(
        state,
        gap,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        NEVER.closes,
        NEVER.earliest,
        NEVER.latest);
  }

  private static CatchUp known(State state, double gap, CatchUpLine line, When when) {
    return new CatchUp(
        state,
        gap,
        OptionalDouble.of(line.slope()),
        OptionalDouble.of(line.slopeError()),
        when.closes,
        when.earliest,
        when.latest);
  }
}

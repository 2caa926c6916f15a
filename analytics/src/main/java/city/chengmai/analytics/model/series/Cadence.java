package city.chengmai.analytics.model.series;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How long a period of a series is, and what follows for learning from it. */
public enum Cadence {
  /** One count an hour. */
  HOUR(ChronoUnit.HOURS, 8_760, 672, 672, 17_520, 168),
  /** One count a day. */
  DAY(ChronoUnit.DAYS, 365, 28, 28, 1_825, 7),
  /** One count a week. */
  WEEK(ChronoUnit.WEEKS, 52, 26, 26, 260, 4);

  private static final double HALF_LIFE_WEEKS = 8;
  private static final double WEEKS_OF_YEAR = 52;

  private final ChronoUnit unit;
  private final int year;
  private final int smallestHistory;
  private final int leftOut;
  private final int longest;
  private final int refit;

  Cadence(ChronoUnit unit, int year, int smallestHistory, int leftOut, int longest, int refit) {
    this.unit = unit;
    this.year = year;
    this.smallestHistory = smallestHistory;
    this.leftOut = leftOut;
    this.longest = longest;
    this.refit = refit;
  }

  /** The moment this many periods later. */
  LocalDateTime plus(LocalDateTime moment, long periods) {
    return moment.plus(periods, unit);
  }

  /** Whole periods from one moment to another. */
  public long between(LocalDateTime from, LocalDateTime to) {
    return unit.between(from, to);
  }

  /** Number of a period since 1970, for refits at fixed times of the calendar. */
  long number(LocalDateTime moment) {
    return Math.floorDiv(moment.toEpochSecond(ZoneOffset.UTC), unit.getDuration().toSeconds());
  }

  /** Periods of a year, roughly. */
  int year() {
    return year;
  }

  /** Fewest periods of history before anything is tested. */
  public int smallestHistory() {
    return smallestHistory;
  }

  /** Latest periods not learnt from. */
  int leftOut() {
    return leftOut;
  }

  /** Most periods learnt from. */
  int longest() {
    return longest;
  }

  /** Periods between refits. */
  int refit() {
    return refit;
  }

  /** Periods after which a short history is half forgotten. */
  double halfLife() {
    return HALF_LIFE_WEEKS * Math.floor(year / WEEKS_OF_YEAR);
  }
}

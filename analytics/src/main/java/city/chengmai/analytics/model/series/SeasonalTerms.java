package city.chengmai.analytics.model.series;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The terms that a history is long enough for: level always; weekend from four weeks, all weekdays
 * (with hours, the whole hour-of-week profile) from eight; trend and one yearly wave from a year,
 * two waves from two years; a holiday and a day-after term once the history holds two such days. A
 * holiday counts as a Sunday and the day after as a Monday; from two years on they may differ by
 * the weekday they fall on. Weeks have no weekdays; their holidays are counted.
 *
 * @param cadence length of a period
 * @param allWeekdays one term a weekday instead of one for the weekend
 * @param waves yearly harmonics, 0 for none
 * @param trend whether the level may drift
 * @param holidays whether holidays have a term of their own
 * @param afterHolidays whether days after holidays have one
 * @param holidayWeekdays whether both may differ by the weekday they fall on
 * @param season length of the yearly wave in days
 */
record SeasonalTerms(
    Cadence cadence,
    boolean allWeekdays,
    int waves,
    boolean trend,
    boolean holidays,
    boolean afterHolidays,
    boolean holidayWeekdays,
    double season) {

  /** The mean length of a year in days. */
  static final double YEAR = 365.25;

  private static final int WEEKDAYS_FROM_WEEKS = 8;
  private static final int MOST_WAVES = 2;
  private static final int ENOUGH_DAYS = 2;
  private static final int WEEK = DayOfWeek.values().length;
  private static final int HOURS = 24;
  private static final double SECONDS_OF_DAY = 86_400;
  // A term may move the level by a factor of e, or rather more with evidence of a few cases.
  private static final double PENALTY = 1;

  static SeasonalTerms forHistory(List<Occasion> periods, Cadence cadence, double season) {
    int length = periods.size();
    boolean years = length >= 2 * cadence.year();
    boolean days = cadence != Cadence.WEEK;
    return new SeasonalTerms(
        cadence,
        days && length >= WEEKDAYS_FROM_WEEKS * WEEK * (cadence == Cadence.HOUR ? HOURS : 1),
        Math.min(MOST_WAVES, length / cadence.year()),
        length >= cadence.year(),
        periods.stream().filter(period -> period.holidays() > 0).count() >= ENOUGH_DAYS,
        periods.stream().filter(period -> period.afterHolidays() > 0).count() >= ENOUGH_DAYS,
        days && years,
        season);
  }

  /** The terms of a period; the trend counts years from {@code origin}. */
  double[] row(Occasion period, LocalDateTime origin) {
    double[] row = new double[size()];
    row[0] = 1;
    int column = addClock(row, period, 1);
    column = addHolidays(row, period, column);
    if (trend) {
      row[column++] = (days(period.at()) - days(origin)) / YEAR;
    }
    for (int wave = 1; wave <= waves; wave++) {
      double angle = 2 * Math.PI * wave * days(period.at()) / season;
      row[column++] = Math.cos(angle);
      row[column++] = Math.sin(angle);
    }
    return row;
  }

  /** The penalty of each term: none on the level. */
  double[] penalties() {
    double[] penalties = new double[size()];
    Arrays.fill(penalties, PENALTY);
    penalties[0] = 0;
    return penalties;
  }

  private int size() {
    int size = 1 + (trend ? 1 : 0) + 2 * waves;
    if (cadence != Cadence.WEEK) {
      size += allWeekdays ? WEEK : 1;
    }
    if (cadence == Cadence.HOUR) {
      size += HOURS + (allWeekdays ? WEEK * HOURS : 0);
    }
    return size + holidayTerms(holidays) + holidayTerms(afterHolidays);
  }

  private int holidayTerms(boolean wanted) {
    return wanted ? 1 + (holidayWeekdays ? WEEK : 0) : 0;
  }

  private int addClock(double[] row, Occasion period, int first) {
    if (cadence == Cadence.WEEK) {
      return first;
    }
    int column = first;
    int weekday = period.weekday().getValue() - 1;
    if (allWeekdays) {
      row[column + weekday] = 1;
      column += WEEK;
    } else {
      row[column++] = period.weekend() ? 1 : 0;
    }
    if (cadence == Cadence.HOUR) {
      row[column + period.hour()] = 1;
      column += HOURS;
      if (allWeekdays) {
        row[column + weekday * HOURS + period.hour()] = 1;
        column += WEEK * HOURS;
      }
    }
    return column;
  }

  private int addHolidays(double[] row, Occasion period, int first) {
    int column = first;
    if (holidays) {
      column = addHoliday(row, period, period.holidays(), column);
    }
    if (afterHolidays) {
      column = addHoliday(row, period, period.afterHolidays(), column);
    }
    return column;
  }

  private int addHoliday(double[] row, Occasion period, int days, int column) {
    row[column] = days;
    if (!holidayWeekdays) {
      return column + 1;
    }
    row[column + 1 + period.at().getDayOfWeek().getValue() - 1] = days;
    return column + 1 + WEEK;
  }

  private static double days(LocalDateTime at) {
    return at.toEpochSecond(ZoneOffset.UTC) / SECONDS_OF_DAY;
  }
}

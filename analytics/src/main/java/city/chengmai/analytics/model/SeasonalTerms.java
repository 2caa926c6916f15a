package city.chengmai.analytics.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The terms that a history is long enough for: level always; weekend from four weeks, all weekdays
 * from eight; trend and one yearly wave from a year, two waves from two years; a holiday and a
 * day-after term once the history holds two such days.
 *
 * @param allWeekdays one term a weekday instead of one for the weekend
 * @param waves yearly harmonics, 0 for none
 * @param trend whether the level may drift
 * @param holidays whether holidays have a term of their own
 * @param afterHolidays whether days after holidays have one
 */
record SeasonalTerms(
    boolean allWeekdays, int waves, boolean trend, boolean holidays, boolean afterHolidays) {

  private static final int WEEKDAYS_FROM = 56;
  private static final int YEAR = 365;
  private static final double DAYS_OF_YEAR = 365.25;
  private static final int ENOUGH_DAYS = 2;
  // A term may move the level by a factor of e, or rather more with evidence of a few cases.
  private static final double PENALTY = 1;

  static SeasonalTerms forHistory(List<DayKind> days) {
    int length = days.size();
    return new SeasonalTerms(
        length >= WEEKDAYS_FROM,
        Math.min(2, length / YEAR),
        length >= YEAR,
        days.stream().filter(DayKind::holiday).count() >= ENOUGH_DAYS,
        days.stream().filter(DayKind::afterHoliday).count() >= ENOUGH_DAYS);
  }

  /** The terms of a day; the trend counts years from {@code origin}. */
  double[] row(LocalDate day, DayKind kind, LocalDate origin) {
    List<Double> row = new ArrayList<>();
    row.add(1.0);
    addWeekday(row, kind);
    if (holidays) {
      row.add(kind.holiday() ? 1.0 : 0);
    }
    if (afterHolidays) {
      row.add(kind.afterHoliday() ? 1.0 : 0);
    }
    if (trend) {
      row.add((day.toEpochDay() - origin.toEpochDay()) / DAYS_OF_YEAR);
    }
    for (int wave = 1; wave <= waves; wave++) {
      double angle = 2 * Math.PI * wave * day.toEpochDay() / DAYS_OF_YEAR;
      row.add(Math.cos(angle));
      row.add(Math.sin(angle));
    }
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The penalty of each term: none on the level. */
  double[] penalties(int terms) {
    double[] penalties = new double[terms];
    Arrays.fill(penalties, PENALTY);
    penalties[0] = 0;
    return penalties;
  }

  private void addWeekday(List<Double> row, DayKind kind) {
    if (!allWeekdays) {
      row.add(kind.weekend() ? 1.0 : 0);
      return;
    }
    for (DayOfWeek weekday : DayOfWeek.values()) {
      row.add(kind.weekday() == weekday ? 1.0 : 0);
    }
  }
}

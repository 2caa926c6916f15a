package city.chengmai.analytics.model.series;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What a day is like for the volume of reports. A holiday behaves like a Sunday and the working day
 * after one like a Monday, until the history holds enough of them to say better.
 *
 * @param weekday the weekday it behaves like
 * @param holiday a public holiday
 * @param afterHoliday the first working day after one
 */
public record DayKind(DayOfWeek weekday, boolean holiday, boolean afterHoliday) {

  /** What a day is like under a calendar. */
  public static DayKind of(LocalDate day, HolidayCalendar calendar) {
    if (calendar.isHoliday(day)) {
      return new DayKind(DayOfWeek.SUNDAY, true, false);
    }
    if (!calendar.isWorkingDay(day)) {
      return new DayKind(day.getDayOfWeek(), false, false);
    }
    if (calendar.isHoliday(lastDayOff(day, calendar))) {
      return new DayKind(DayOfWeek.MONDAY, false, true);
    }
    boolean makeUp = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    return new DayKind(makeUp ? DayOfWeek.FRIDAY : day.getDayOfWeek(), false, false);
  }

  /** The day before, stepping over a weekend that joins a holiday to the week. */
  private static LocalDate lastDayOff(LocalDate day, HolidayCalendar calendar) {
    LocalDate before = day.minusDays(1);
    while (!calendar.isHoliday(before) && !calendar.isWorkingDay(before)) {
      before = before.minusDays(1);
    }
    return before;
  }

  /** Whether it behaves like a Saturday or Sunday. */
  public boolean weekend() {
    return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
  }
}

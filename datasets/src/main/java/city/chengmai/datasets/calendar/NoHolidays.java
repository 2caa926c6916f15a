package city.chengmai.datasets.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A calendar that knows weekends only (仅周末). */
public final class NoHolidays implements HolidayCalendar {

  @Override
  public boolean isHoliday(LocalDate day) {
    return false;
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return isWeekday(day);
  }

  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }
}

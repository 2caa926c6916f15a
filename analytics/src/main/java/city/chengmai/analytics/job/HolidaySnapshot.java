package city.chengmai.analytics.job;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;

/** The holidays and working days of a stretch of time, copied so that they travel to executors. */
final class HolidaySnapshot implements HolidayCalendar, Serializable {

  private static final long serialVersionUID = 1L;
  // What is expected of the weeks to come is kept, and goes on for five of them.
  private static final int MARGIN_DAYS = 60;

  private final HashSet<LocalDate> holidays = new HashSet<>();
  private final HashSet<LocalDate> working = new HashSet<>();
  private final LocalDate from;
  private final LocalDate to;

  HolidaySnapshot(HolidayCalendar calendar, LocalDate firstDay, LocalDate endDay) {
    from = firstDay.minusDays(MARGIN_DAYS);
    to = endDay.plusDays(MARGIN_DAYS);
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      if (calendar.isHoliday(day)) {
        holidays.add(day);
      }
      if (calendar.isWorkingDay(day)) {
        working.add(day);
      }
    }
  }

  @Override
  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    if (day.isBefore(from) || !day.isBefore(to)) {
      return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
    return working.contains(day);
  }
}

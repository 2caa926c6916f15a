package city.chengmai.datasets.calendar;

import java.time.LocalDate;
import java.time.Year;

/** Which days people work in a city (工作日历). */
public interface HolidayCalendar {

  /** True on a public holiday (法定节假日), not on an ordinary weekend. */
  boolean isHoliday(LocalDate day);

  /** True when offices work: an ordinary weekday or a make-up working day (调休), not a holiday. */
  boolean isWorkingDay(LocalDate day);

  /** False for a year whose holidays are not announced yet: its days are told by weekday only. */
  default boolean covers(Year year) {
    return true;
  }
}

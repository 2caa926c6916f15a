package city.chengmai.analytics.bench;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Bank holidays of years of 364 days: New Year, Friday and Monday at Easter, which moves by weeks,
 * three Mondays in May and August, and two days at Christmas.
 */
final class BankHolidays implements HolidayCalendar {

  private static final int[] FIXED = {0, 126, 147, 238, 357, 358};
  private static final int[] EASTER = {95, 98};
  private static final int[] WEEKS_LATER = {0, 2, 0, -1, 1, 0, 1};
  private static final int WEEK = 7;

  private final Set<LocalDate> days = new HashSet<>();

  BankHolidays() {
    for (int year = 0; year < DailyDesign.YEARS; year++) {
      LocalDate first = DailyDesign.START.toLocalDate().plusDays((long) year * DailyDesign.YEAR);
      for (int day : FIXED) {
        days.add(first.plusDays(day));
      }
      for (int day : EASTER) {
        days.add(first.plusDays(day + (long) WEEK * WEEKS_LATER[year]));
      }
    }
  }

  @Override
  public boolean isHoliday(LocalDate day) {
    return days.contains(day);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return !isHoliday(day) && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }
}

package city.chengmai.analytics.model.series;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/**
 * What a period is like for the volume of reports.
 *
 * @param at its beginning
 * @param weekday the weekday it behaves like; of a week its first
 * @param hour of the day
 * @param holidays holidays in it: 0 or 1 for an hour or a day
 * @param afterHolidays working days after holidays in it
 */
record Occasion(LocalDateTime at, DayOfWeek weekday, int hour, int holidays, int afterHolidays) {

  boolean weekend() {
    return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
  }
}

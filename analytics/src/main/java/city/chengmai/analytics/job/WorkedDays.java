package city.chengmai.analytics.job;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.OfficeHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The working days of a city up to each day, as text for SQL: working time between two moments is
 * the difference of two sums. What began earlier than the days told begins with them.
 *
 * @param firstDay number of the first day, counted from 1970-01-01
 * @param before comma-separated numbers of working days before each day, from the first on
 */
record WorkedDays(int firstDay, String before) {

  // Longer than cases stay open.
  private static final int MARGIN_YEARS = 3;

  static WorkedDays of(CityFrame city) {
    HolidayCalendar calendar = city.holidays();
    LocalDate first = city.firstDay().minusYears(MARGIN_YEARS);
    List<Integer> before = new ArrayList<>();
    int worked = 0;
    // Two more: a day is a working day when the number before the next one is larger.
    for (LocalDate day = first; day.isBefore(city.endDay().plusDays(2)); day = day.plusDays(1)) {
      before.add(worked);
      worked += calendar.isWorkingDay(day) ? 1 : 0;
    }
    return new WorkedDays(
        (int) first.toEpochDay(),
        before.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** Milliseconds of a day at which offices open. */
  static long opens() {
    return OfficeHours.USUAL.opens().toNanoOfDay() / 1_000_000;
  }

  /** Milliseconds of a day at which offices close. */
  static long closes() {
    return OfficeHours.USUAL.closes().toNanoOfDay() / 1_000_000;
  }
}

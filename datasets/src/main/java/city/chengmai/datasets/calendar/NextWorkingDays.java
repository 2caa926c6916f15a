package city.chengmai.datasets.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many days ahead the next working day lies, for the days where it is not tomorrow, as two
 * lists for SQL. Never empty: day 0 is always in.
 *
 * @param days numbers since 1970-01-01
 * @param steps distances in days
 */
public record NextWorkingDays(List<Long> days, List<Integer> steps) {

  /** Copies the lists. */
  public NextWorkingDays {
    days = List.copyOf(days);
    steps = List.copyOf(steps);
  }

  /** For the days from one, up to and without another. */
  public static NextWorkingDays of(HolidayCalendar calendar, LocalDate from, LocalDate to) {
    List<Long> days = new ArrayList<>(List.of(0L));
    List<Integer> steps = new ArrayList<>(List.of(1));
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      int ahead = 1;
      while (!calendar.isWorkingDay(day.plusDays(ahead))) {
        ahead++;
      }
      if (ahead > 1) {
        days.add(day.toEpochDay());
        steps.add(ahead);
      }
    }
    return new NextWorkingDays(days, steps);
  }
}

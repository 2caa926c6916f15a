package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many days ahead the next working day lies, for the days where it is not tomorrow, as two
 * lists for SQL.
 *
 * @param days comma-separated day numbers
 * @param steps comma-separated distances
 */
record WorkingDaySteps(String days, String steps) {

  // Orders may be received before the reported period begins.
  private static final int MARGIN_DAYS = 60;

  static WorkingDaySteps of(CityFrame city) {
    List<Long> days = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    LocalDate day = city.firstDay().minusDays(MARGIN_DAYS);
    // Day 0 keeps the lists from being empty.
    days.add(0L);
    steps.add(1);
    for (; day.isBefore(city.endDay()); day = day.plusDays(1)) {
      int ahead = 1;
      while (!city.holidays().isWorkingDay(day.plusDays(ahead))) {
        ahead++;
      }
      if (ahead > 1) {
        days.add(day.toEpochDay());
        steps.add(ahead);
      }
    }
    return new WorkingDaySteps(joined(days), joined(steps));
  }

  private static String joined(List<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}

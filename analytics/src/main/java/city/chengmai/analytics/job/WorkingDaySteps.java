package city.chengmai.analytics.job;

import city.chengmai.datasets.calendar.NextWorkingDays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The next working days of the city's period, as text for SQL.
 *
 * @param days comma-separated day numbers
 * @param steps comma-separated distances
 */
record WorkingDaySteps(String days, String steps) {

  // Orders may be received before the reported period begins.
  private static final int MARGIN_DAYS = 60;

  static WorkingDaySteps of(CityFrame city) {
    NextWorkingDays next =
        NextWorkingDays.of(city.holidays(), city.firstDay().minusDays(MARGIN_DAYS), city.endDay());
    return new WorkingDaySteps(joined(next.days()), joined(next.steps()));
  }

  private static String joined(List<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}

package city.chengmai.analytics.job;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;

/**
 * The windows of a run: those that end on consecutive days or periods.
 *
 * @param grain what they end on
 * @param first number of the first day or period
 * @param end number after the last
 * @param cityFirst first day of the city's reported period
 * @param cityEnd day after its last reported one
 */
record Windows(Grain grain, int first, int end, LocalDate cityFirst, LocalDate cityEnd)
    implements Serializable {

  /** The windows that end on the days of a run, or on the periods that hold them. */
  static Windows of(Grain grain, RunContext run) {
    DaySpan days = run.days();
    int first = grain.number(days.from());
    int end = days.days() == 0 ? first : grain.number(days.to().minusDays(1)) + 1;
    return new Windows(grain, first, end, run.city().firstDay(), run.city().endDay());
  }

  /** What happened before does not matter to any window. */
  Instant since(CityFrame city) {
    int longest = Collections.max(grain.spans());
    return city.startOf(grain.start(first - longest + 1));
  }

  /** The first day of a window of so many days or periods, counted from 1970-01-01. */
  int firstDay(int number, int span) {
    return (int) grain.start(number - span + 1).toEpochDay();
  }

  /** The day after the last of a window, counted from 1970-01-01. */
  int endDay(int number) {
    return (int) grain.start(number + 1).toEpochDay();
  }

  /** The days of a window; of a period those that the city reports. */
  int days(int number, int span) {
    if (grain == Grain.DAY) {
      return span;
    }
    LocalDate from = later(grain.start(number), cityFirst);
    LocalDate to = earlier(grain.start(number + 1), cityEnd);
    return (int) Math.max(0, to.toEpochDay() - from.toEpochDay());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

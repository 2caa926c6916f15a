package city.chengmai.analytics.job;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * What a run knows about the city: zone, period, areas, holidays.
 *
 * @param name name of the city's descriptor
 * @param zone zone of every day
 * @param firstDay first day of the reported period
 * @param endDay day after the last reported one; the day after today for a live city
 * @param now the city's time of the run
 * @param areas area tree
 * @param holidays which days people work
 */
record CityFrame(
    String name,
    ZoneId zone,
    LocalDate firstDay,
    LocalDate endDay,
    Instant now,
    AreaForest areas,
    HolidayCalendar holidays) {

  private static final int LONGEST_HOLIDAY = 30;

  /** Number of days of the period. */
  int days() {
    return (int) Math.max(0, endDay.toEpochDay() - firstDay.toEpochDay());
  }

  /** The moment a day of the city begins. */
  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /**
   * The last working day before a day: what came on it may wait for the day, and is judged only
   * then.
   */
  LocalDate workingDayBefore(LocalDate day) {
    return Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1))
        .limit(LONGEST_HOLIDAY)
        .filter(holidays::isWorkingDay)
        .findFirst()
        .orElse(day.minusDays(LONGEST_HOLIDAY));
  }

  /** The moment up to which things are known: now, or the end of a period that is over. */
  Instant knownUntil() {
    Instant end = startOf(endDay);
    return end.isBefore(now) ? end : now;
  }
}

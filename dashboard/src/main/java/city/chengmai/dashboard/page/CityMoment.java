package city.chengmai.dashboard.page;

import city.chengmai.dashboard.http.CityFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The moment a page is about. In a historical city it is the end of its last day.
 *
 * @param now exclusive end of everything shown
 * @param day the city's day that is shown as today
 * @param zone the city's zone
 * @param historical whether the day is the last of a period that is over
 */
public record CityMoment(Instant now, LocalDate day, ZoneId zone, boolean historical) {

  /** The moment for a time of the clock. */
  public static CityMoment of(Instant clock, CityFacts city) {
    LocalDate today = clock.atZone(city.zone()).toLocalDate();
    LocalDate last = city.lastDay().orElse(today);
    if (city.lastDay().isEmpty() || today.isBefore(last)) {
      return new CityMoment(clock, today, city.zone(), false);
    }
    return new CityMoment(startOf(last.plusDays(1), city.zone()), last, city.zone(), true);
  }

  /** When the day began. */
  public Instant start() {
    return startOf(day, zone);
  }

  /** When the day so many days before began. */
  public Instant start(int daysBefore) {
    return startOf(day.minusDays(daysBefore), zone);
  }

  /** The same time of the day before. */
  public Instant previous() {
    return now.atZone(zone).minusDays(1).toInstant();
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}

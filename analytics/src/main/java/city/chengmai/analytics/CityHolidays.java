package city.chengmai.analytics;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.CityOptions;
import java.time.InstantSource;

/** The holidays that the city's descriptor names. */
final class CityHolidays {

  private CityHolidays() {}

  static HolidayCalendar of(String city, InstantSource clock) {
    return Cities.load(city, CityOptions.at(clock.instant())).holidays();
  }
}

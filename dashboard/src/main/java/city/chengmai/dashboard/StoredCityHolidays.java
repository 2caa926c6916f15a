package city.chengmai.dashboard;

import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.CityRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.CityHolidays;
import java.util.function.Supplier;

/** The holidays of the city that the store holds; until it holds one, of the configured city. */
final class StoredCityHolidays implements Supplier<HolidayCalendar> {

  private final CityQueries cities;
  private final String configured;
  private final CityHolidays holidays;

  StoredCityHolidays(Settings settings, Store store) {
    this.cities = new CityQueries(store);
    this.configured = settings.get(SharedSettings.CITY_NAME);
    this.holidays = new CityHolidays(configured, CityTime.of(settings));
  }

  @Override
  public HolidayCalendar get() {
    return holidays.apply(cities.city().map(CityRow::city).orElse(configured));
  }
}

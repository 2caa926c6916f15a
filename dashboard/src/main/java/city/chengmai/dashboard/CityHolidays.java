package city.chengmai.dashboard;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.CityOptions;
import java.util.function.Supplier;

/** The holidays that the descriptor of setting {@code city.name} names; read when first asked. */
final class CityHolidays implements Supplier<HolidayCalendar> {

  private final Settings settings;
  private HolidayCalendar holidays;

  CityHolidays(Settings settings) {
    this.settings = settings;
  }

  @Override
  public synchronized HolidayCalendar get() {
    if (holidays == null) {
      holidays =
          Cities.load(
                  settings.get(SharedSettings.CITY_NAME),
                  CityOptions.at(CityTime.of(settings).instant()))
              .holidays();
    }
    return holidays;
  }
}

package city.chengmai.datasets.source;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The holidays of the city that the store holds. Its days come from there, and so must its
 * holidays: the setting {@code city.name} only says where a descriptor that is not bundled lies.
 * Thread-safe; a descriptor is read once.
 */
public final class CityHolidays implements Function<String, HolidayCalendar> {

  private final String configured;
  private final InstantSource clock;
  private final Map<String, HolidayCalendar> known = new HashMap<>();

  /**
   * Holidays that are read when first asked for.
   *
   * @param configured the setting {@code city.name}: a name or a directory
   * @param clock the city's time
   */
  public CityHolidays(String configured, InstantSource clock) {
    this.configured = configured;
    this.clock = clock;
  }

  /**
   * The holidays of the city of this name.
   *
   * @throws CityConfigurationException when it is neither bundled nor the configured one
   */
  @Override
  public synchronized HolidayCalendar apply(String stored) {
    return known.computeIfAbsent(stored, this::read);
  }

  private HolidayCalendar read(String stored) {
    CityOptions options = CityOptions.at(clock.instant());
    City own = Cities.load(configured, options);
    if (own.name().equals(stored)) {
      return own.holidays();
    }
    if (Cities.names().contains(stored)) {
      return Cities.load(stored, options).holidays();
    }
    throw new CityConfigurationException(
        "the store holds the city \""
            + stored
            + "\", but city.name is \""
            + configured
            + "\", which describes \""
            + own.name()
            + "\"; set city.name to what ingest was started with, or use another database");
  }
}

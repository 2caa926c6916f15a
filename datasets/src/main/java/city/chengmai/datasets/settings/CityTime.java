package city.chengmai.datasets.settings;

import city.chengmai.datasets.calendar.CityClock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is in the city, for services that learn about the city from the store: setting
 * {@code city.clock} when somebody set it, else the clock that ingest wrote beside the city, else
 * real time until ingest did. Thread-safe.
 */
public final class CityTime implements InstantSource {
  private final boolean isSet;
  private volatile CityClock clock;

  private CityTime(boolean isSet, CityClock clock) {
    this.isSet = isSet;
    this.clock = clock;
  }

  /** By these settings. */
  public static CityTime of(Settings settings) {
    return new CityTime(
        settings.isSet(SharedSettings.CITY_CLOCK), settings.get(SharedSettings.CITY_CLOCK));
  }

  /** Always this clock, whatever the store says. */
  public static CityTime fixed(CityClock clock) {
    return new CityTime(true, clock);
  }

  /**
   * Takes the clock that the store tells of, unless a setting says otherwise.
   *
   * @throws IllegalArgumentException when it is no clock
   */
  public CityTime described(String text) {
    if (!isSet && !text.isEmpty() && !text.equals(clock.toString())) {
      clock = CityClock.parse(text);
    }
    return this;
  }

  /** Now, in the city. */
  @Override
  public Instant instant() {
    return clock.instant();
  }

  /** How many city seconds pass in one real second; 0 when the clock stands still. */
  public double speed() {
    return clock.speed();
  }
}

package city.chengmai.dashboard.local;

import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides at the first start which city a data directory holds, and holds every later start to it.
 */
final class CityDecision {

  /** Days of the synthetic city that lie behind its first start. */
  static final int DAYS_BEHIND = 120;

  private final DataDirectory data;
  private final InstantSource clock;

  CityDecision(DataDirectory data, InstantSource clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * The city of this directory.
   *
   * @throws IllegalArgumentException when the directory holds another city than asked for
   */
  CityRecord decide(LocalOptions options) {
    Optional<CityRecord> earlier = CityRecord.read(data.cityProperties());
    if (earlier.isPresent()) {
      requireSame("city", earlier.get().city(), options.city());
      options.seed().ifPresent(s -> requireSame("seed", earlier.get().seed().orElse(null), s));
      options.speed().ifPresent(s -> requireSame("speed", earlier.get().speed(), s));
      return earlier.get();
    }
    CityRecord first = first(options);
    first.write(data.cityProperties());
    return first;
  }

  /** The city itself, as every service will load it. */
  City load(CityRecord record) {
    return Cities.load(
        record.city(),
        new CityOptions(record.seed().orElse(CityOptions.USUAL_SEED), record.firstDay(), clock));
  }

  /** What the services need to know to load the same city with the same clock. */
  static Map<String, String> environment(CityRecord record, City city) {
    Map<String, String> environment = new HashMap<>();
    put(environment, SharedSettings.CITY_NAME, record.city());
    put(environment, SharedSettings.CITY_CLOCK, record.clock().orElse(city.clock()));
    record
        .firstDay()
        .ifPresent(day -> put(environment, SharedSettings.CITY_FIRST_DAY, day.toString()));
    record.seed().ifPresent(seed -> put(environment, SharedSettings.CITY_SEED, seed.toString()));
    return environment;
  }

  private CityRecord first(LocalOptions options) {
    Instant now = clock.instant();
    double speed = options.speed().orElse(1.0);
    City city = Cities.load(options.city(), CityOptions.at(now));
    boolean live = city.lastDay().isEmpty();
    if (!live && (options.speed().isPresent() || options.seed().isPresent())) {
      throw new IllegalArgumentException(
          "city " + city.name() + " is read from files: it has neither seed nor speed");
    }
    LocalDate today = LocalDate.ofInstant(now, city.zone());
    return new CityRecord(
        options.city(),
        live ? Optional.of(liveClock(now, speed)) : Optional.empty(),
        live ? Optional.of(today.minusDays(DAYS_BEHIND)) : Optional.empty(),
        live ? Optional.of(options.seed().orElse(CityOptions.USUAL_SEED)) : Optional.empty(),
        speed);
  }

  private static String liveClock(Instant now, double speed) {
    if (speed == 1) {
      return "system";
    }
    String pace = BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString();
    return "from:" + now + "@" + now + "x" + pace;
  }

  private void requireSame(String name, Object earlier, Object asked) {
    if (!asked.equals(earlier)) {
      throw new IllegalArgumentException(
          "data directory "
              + data.path()
              + " holds "
              + name
              + " "
              + earlier
              + ", asked for "
              + asked
              + ": choose another directory with -Ddata=DIR, or remove that one");
    }
  }

  private static void put(Map<String, String> environment, Setting<?> setting, String value) {
    environment.put(setting.environment(), value);
  }
}

package city.chengmai.ingest;

import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --set} that subcommands share, and what follows from it. */
final class ServiceOptions {

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a setting; may be given many times. README.md lists them.")
  private Map<String, String> values = new LinkedHashMap<>();

  Settings settings() {
    return settings(Map.of());
  }

  /** The same, with some names of the environment added or replaced. */
  Settings settings(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(more);
    Settings settings = new Settings(values, environment);
    List<Setting<?>> known = new ArrayList<>(SharedSettings.all());
    known.addAll(IngestSettings.all());
    settings.requireKnown(known);
    return settings;
  }

  static City city(Settings settings) {
    InstantSource clock = settings.get(SharedSettings.CITY_CLOCK);
    return Cities.load(
        settings.get(SharedSettings.CITY_NAME),
        new CityOptions(
            settings.get(SharedSettings.CITY_SEED),
            settings.get(SharedSettings.CITY_FIRST_DAY),
            clock));
  }

  /** The clock that was set, else the one that suits the city's data. */
  static CityClock clock(Settings settings, City city) {
    return settings.isSet(SharedSettings.CITY_CLOCK)
        ? settings.get(SharedSettings.CITY_CLOCK)
        : CityClock.parse(city.clock());
  }
}

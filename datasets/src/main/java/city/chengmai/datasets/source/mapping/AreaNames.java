package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an area by any of its spellings: id, names, aliases. Immutable. */
final class AreaNames {

  private final Map<String, String> idByName = new HashMap<>();

  private AreaNames() {}

  AreaNames(AreaTree areas) {
    areas.areas().forEach(this::add);
  }

  /** No areas, for files that name none: a city may then have ambiguous spellings. */
  static AreaNames none() {
    return new AreaNames();
  }

  /** The id of the area that is spelled so. */
  Optional<String> find(String name) {
    return Optional.ofNullable(idByName.get(Words.normal(name)));
  }

  private void add(Area area) {
    Stream.concat(Stream.of(area.id(), area.nameZh(), area.nameEn()), area.aliases().stream())
        .map(Words::normal)
        .distinct()
        .forEach(name -> put(name, area.id()));
  }

  private void put(String name, String id) {
    String other = idByName.put(name, id);
    if (other != null && !other.equals(id)) {
      throw new CityConfigurationException(
          "areas " + other + " and " + id + " are both spelled \"" + name + "\"; rename one");
    }
  }
}

package city.chengmai.ingest.place;

import city.chengmai.datasets.grid.Area;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds an area by what people call it: id, both names, aliases, whatever the case, the width of
 * the characters, spaces, hyphens and leading zeros. A spelling that two areas share finds neither.
 */
final class AreaNames {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Punct}·•、，。（）—–]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");

  private final Map<String, Area> areas = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  AreaNames(List<Area> areas) {
    for (Area area : areas) {
      add(area.id(), area);
      add(area.nameZh(), area);
      add(area.nameEn(), area);
      area.aliases().forEach(alias -> add(alias, area));
    }
    shared.forEach(this.areas::remove);
  }

  Optional<Area> find(String name) {
    return Optional.ofNullable(areas.get(normalize(name)));
  }

  static String normalize(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String zeros = LEADING_ZEROS.matcher(folded).replaceAll("");
    return SEPARATORS.matcher(zeros).replaceAll("");
  }

  private void add(String name, Area area) {
    String key = normalize(name);
    if (key.isEmpty()) {
      return;
    }
    Area other = areas.putIfAbsent(key, area);
    if (other != null && !other.id().equals(area.id())) {
      shared.add(key);
    }
  }
}

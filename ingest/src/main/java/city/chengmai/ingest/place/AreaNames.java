package city.chengmai.ingest.place;

import city.chengmai.datasets.grid.Area;
import java.text.Normalizer;
import java.time.LocalDate;
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
 * the characters, spaces, hyphens and leading zeros. A spelling that two areas share on one day
 * finds neither; a grid that was drawn anew may keep its name.
 */
final class AreaNames {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Punct}·•、，。（）—–]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");

  private final Map<String, Set<Area>> areas = new HashMap<>();

  AreaNames(List<Area> areas) {
    for (Area area : areas) {
      add(area.id(), area);
      add(area.nameZh(), area);
      add(area.nameEn(), area);
      area.aliases().forEach(alias -> add(alias, area));
    }
  }

  /** The area that was called so on that day. */
  Optional<Area> find(String name, LocalDate day) {
    List<Area> called =
        areas.getOrDefault(normalize(name), Set.of()).stream()
            .filter(area -> AreaIndex.isDrawn(area, day))
            .toList();
    return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
  }

  static String normalize(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String zeros = LEADING_ZEROS.matcher(folded).replaceAll("");
    return SEPARATORS.matcher(zeros).replaceAll("");
  }

  private void add(String name, Area area) {
    String key = normalize(name);
    if (!key.isEmpty()) {
      areas.computeIfAbsent(key, k -> new HashSet<>()).add(area);
    }
  }
}

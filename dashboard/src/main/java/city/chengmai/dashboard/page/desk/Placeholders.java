package city.chengmai.dashboard.page.desk;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the placeholders <code>{name:Type}</code> of a statement. */
final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\s*([A-Za-z_]\\w*)\\s*:\\s*[A-Za-z_][^{}]*}");

  private final Set<String> names = new TreeSet<>();

  private Placeholders(String statement) {
    Matcher found = PLACEHOLDER.matcher(statement);
    while (found.find()) {
      names.add(found.group(1));
    }
  }

  static Placeholders of(String statement) {
    return new Placeholders(statement);
  }

  /** One of these names that no placeholder has. */
  Optional<String> unknown(Set<String> given) {
    return given.stream().filter(name -> !names.contains(name)).sorted().findFirst();
  }

  /** The values that are given, and those that are offered where none is. */
  Map<String, String> values(Map<String, String> offered, MultiMap given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : names) {
      Optional.ofNullable(given.get(name))
          .or(() -> Optional.ofNullable(offered.get(name)))
          .ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  /** The values that are offered. */
  Map<String, String> values(Map<String, String> offered) {
    return values(offered, MultiMap.caseInsensitiveMultiMap());
  }

  /** The names, as a message tells them; a dash for none. */
  @Override
  public String toString() {
    return names.isEmpty() ? "-" : String.join(", ", names);
  }
}

package city.chengmai.datasets.source.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table: names as written, places by name. Immutable. */
final class Header {

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  /** Of two columns with the same name the first one counts. */
  Header(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      String key = Words.normal(names.get(i));
      if (!key.isEmpty()) {
        places.putIfAbsent(key, i);
      }
    }
  }

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /** Place of the column, -1 when there is none. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      place = places.getOrDefault(Words.normal(column), -1);
    }
    return place;
  }

  boolean hasAll(List<String> columns) {
    return columns.stream().allMatch(column -> place(column) >= 0);
  }
}

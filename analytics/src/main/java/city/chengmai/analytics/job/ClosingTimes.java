package city.chengmai.analytics.job;

import city.chengmai.analytics.model.SortedParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How long closed cases took in every area, by the day of closing. Areas share the samples of their
 * grids.
 */
final class ClosingTimes {

  private static final double MILLISECONDS_OF_HOUR = 3_600_000;

  private final AreaForest areas;
  private final Map<String, NavigableMap<Integer, List<SortedParts.Part>>> byArea = new HashMap<>();

  ClosingTimes(AreaForest areas) {
    this.areas = areas;
  }

  /** Counts the cases of a grid for it and for what lies above it. */
  void add(String grid, int day, SortedParts.Part milliseconds) {
    for (String area : areas.countedIn(grid)) {
      byArea
          .computeIfAbsent(area, any -> new TreeMap<>())
          .computeIfAbsent(day, any -> new ArrayList<>())
          .add(milliseconds);
    }
  }

  /** Forgets the cases closed on a day, counted from 1970-01-01, and after it. */
  void forgetFrom(int day) {
    byArea.values().forEach(closed -> closed.tailMap(day, true).clear());
  }

  /** The cases closed in an area on the days {@code [from, to)}, counted from 1970-01-01. */
  Window window(String area, int from, int to) {
    NavigableMap<Integer, List<SortedParts.Part>> closed = byArea.get(area);
    return new Window(
        new SortedParts(
            closed == null
                ? List.of()
                : closed.subMap(from, true, to, false).values().stream()
                    .flatMap(List::stream)
                    .toList()));
  }

  /** The cases of a window. */
  record Window(SortedParts milliseconds) {

    int count() {
      return milliseconds.count();
    }

    /** Sum of hours. */
    double sum() {
      return milliseconds.sum() / MILLISECONDS_OF_HOUR;
    }

    /** Hours that this share of cases stayed below, 0 without cases. */
    double quantile(double share) {
      return milliseconds.quantile(share) / MILLISECONDS_OF_HOUR;
    }
  }
}

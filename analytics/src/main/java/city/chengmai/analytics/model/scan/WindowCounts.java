package city.chengmai.analytics.model.scan;

import java.util.Arrays;

/**
 * Cases by place and window of one data set, observed or drawn; reused from draw to draw. Not safe
 * for use by several threads.
 */
final class WindowCounts {

  private final Windows windows;
  private final int width;
  private final int[] counts;
  private final int[] first;

  WindowCounts(int places, Windows windows) {
    this.windows = windows;
    this.width = windows.size();
    this.counts = new int[Math.multiplyExact(places, width)];
    this.first = new int[places];
    clear();
  }

  static WindowCounts of(CaseTable table, Windows windows) {
    WindowCounts counts = new WindowCounts(table.places().size(), windows);
    for (int place = 0; place < table.places().size(); place++) {
      for (int day = 0; day < table.days(); day++) {
        int count = table.count(place, day);
        if (count > 0) {
          counts.add(place, day, count);
        }
      }
    }
    return counts;
  }

  void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(first, width);
  }

  void add(int place, int day, int count) {
    int[] holding = windows.holding(day);
    if (holding.length == 0) {
      return;
    }
    first[place] = Math.min(first[place], holding[0]);
    int base = place * width;
    for (int window : holding) {
      counts[base + window] += count;
    }
  }

  /** Cases, by place times number of windows plus window; not a copy. */
  int[] table() {
    return counts;
  }

  /** The first window in which a place has cases, the number of windows if none; not a copy. */
  int[] first() {
    return first;
  }
}

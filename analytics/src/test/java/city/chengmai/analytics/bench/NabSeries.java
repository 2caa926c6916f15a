package city.chengmai.analytics.bench;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A labelled series of the Numenta Anomaly Benchmark.
 *
 * @param key folder and file
 * @param stamps as written, zone-less, not always ascending
 * @param windows first and last row of each labelled window, ascending
 */
record NabSeries(String key, List<String> stamps, List<Double> values, List<Window> windows) {

  private static final double PROBATION_SHARE = 0.15;
  private static final int PROBATION_MOST = 750;

  NabSeries {
    Objects.requireNonNull(key, "key");
  }

  /** Rows among which an alarm is right. */
  record Window(int first, int last) {

    int width() {
      return last - first + 1;
    }
  }

  String folder() {
    return key.substring(0, key.indexOf('/'));
  }

  /** Rows at the start that are not scored. */
  int probation() {
    return (int) Math.min(Math.floor(PROBATION_SHARE * stamps.size()), PROBATION_MOST);
  }

  LocalDateTime time(int row) {
    return LocalDateTime.parse(stamps.get(row).replace(' ', 'T'));
  }

  static List<Window> windows(List<String> stamps, List<List<String>> bounds) {
    List<Window> windows = new ArrayList<>();
    for (List<String> bound : bounds) {
      windows.add(new Window(row(stamps, bound.get(0)), row(stamps, bound.get(1))));
    }
    windows.sort((a, b) -> Integer.compare(a.first(), b.first()));
    return windows;
  }

  private static int row(List<String> stamps, String stamp) {
    int row = stamps.indexOf(stamp.replaceAll("\\.0+$", ""));
    if (row < 0) {
      throw new IllegalArgumentException("no row at " + stamp);
    }
    return row;
  }
}

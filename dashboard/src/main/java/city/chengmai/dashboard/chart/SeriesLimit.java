package city.chengmai.dashboard.chart;

import java.util.List;

/** No more series than the eye can tell apart; the caller folds the rest into "other" (其他). */
final class SeriesLimit {
  static final int MOST = 6;

  private SeriesLimit() {}

  static <T> List<T> copy(List<T> series) {
    if (series.size() > MOST) {
      throw new IllegalArgumentException(
          "series has "
              + series.size()
              + " entries, at most "
              + MOST
              + " can be told apart: fold the rest into one");
    }
    return List.copyOf(series);
  }

  static void sameSize(String what, int expected, List<Named> rows) {
    for (Named row : rows) {
      if (row.values().size() != expected) {
        throw new IllegalArgumentException(
            row.name()
                + " has "
                + row.values().size()
                + " values, expected one for each of the "
                + expected
                + " "
                + what);
      }
    }
  }
}

package city.chengmai.analytics.model.scan;

import java.util.ArrayList;
import java.util.List;

/** The stretches of days that a cluster may last for, as offsets from the first day of study. */
final class Windows {

  private final int[][] bounds;
  private final int[][] ofDay;

  private Windows(List<int[]> bounds, int days) {
    this.bounds = bounds.toArray(int[][]::new);
    this.ofDay = new int[days][];
    for (int day = 0; day < days; day++) {
      List<Integer> holding = new ArrayList<>();
      for (int window = 0; window < this.bounds.length; window++) {
        if (first(window) <= day && day <= last(window)) {
          holding.add(window);
        }
      }
      ofDay[day] = holding.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** Windows that end on the last day, from one day up to the longest. */
  static Windows prospective(int days, int longest) {
    List<int[]> bounds = new ArrayList<>();
    for (int length = 1; length <= Math.min(days, longest); length++) {
      bounds.add(new int[] {days - length, days - 1});
    }
    return new Windows(bounds, days);
  }

  /** Windows that end on any day, up to the longest. */
  static Windows retrospective(int days, int longest) {
    List<int[]> bounds = new ArrayList<>();
    for (int last = 0; last < days; last++) {
      for (int length = 1; length <= Math.min(last + 1, longest); length++) {
        bounds.add(new int[] {last - length + 1, last});
      }
    }
    return new Windows(bounds, days);
  }

  /** The whole period as one window. */
  static Windows whole(int days) {
    return new Windows(List.of(new int[] {0, days - 1}), days);
  }

  int size() {
    return bounds.length;
  }

  int first(int window) {
    return bounds[window][0];
  }

  int last(int window) {
    return bounds[window][1];
  }

  int days() {
    return ofDay.length;
  }

  /** The windows that hold a day, ascending. */
  int[] holding(int day) {
    return ofDay[day];
  }
}

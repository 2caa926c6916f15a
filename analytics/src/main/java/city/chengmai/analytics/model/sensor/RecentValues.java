package city.chengmai.analytics.model.sensor;

import java.util.Arrays;

/** The latest values of a stream, up to a number of them, with their quantiles. */
final class RecentValues {

  private final double[] arrived;
  private final double[] sorted;
  private int size;
  private int next;

  /**
   * No values yet.
   *
   * @param most values that are kept
   */
  RecentValues(int most) {
    this.arrived = new double[most];
    this.sorted = new double[most];
  }

  void add(double value) {
    if (size == arrived.length) {
      remove(arrived[next]);
    }
    arrived[next] = value;
    next = (next + 1) % arrived.length;
    int place = place(value);
    System.arraycopy(sorted, place, sorted, place + 1, size - place);
    sorted[place] = value;
    size++;
  }

  private void remove(double value) {
    int place = place(value);
    System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
    size--;
  }

  private int place(double value) {
    int found = Arrays.binarySearch(sorted, 0, size, value);
    return found >= 0 ? found : -found - 1;
  }

  int size() {
    return size;
  }

  /** The value below which a share of the values lies, of those that there are the nearest. */
  double quantile(double share) {
    if (size == 0) {
      throw new IllegalStateException("a quantile needs at least one value, seen none");
    }
    return sorted[(int) Math.round(share * (size - 1))];
  }
}

package city.chengmai.dashboard.page.measure;

import java.util.Arrays;

/**
 * How many days a stage lasts, by the product limit of Kaplan and Meier (Journal of the American
 * Statistical Association 53, 1958): a spell that goes on counts as being longer than it has lasted
 * so far, so stages that drag on are not left out. Immutable.
 */
final class StageTimes {

  private final double[] ends;
  private final double[] left;

  private StageTimes(double[] ends, double[] left) {
    this.ends = ends;
    this.left = left;
  }

  /**
   * From weighted spells.
   *
   * @param days how long each has lasted, ascending
   * @param ended whether it is over, one for each
   * @param weights how often each counts, one for each
   */
  static StageTimes of(double[] days, boolean[] ended, int[] weights) {
    double[] ends = new double[days.length];
    double[] left = new double[days.length];
    int known = 0;
    double share = 1;
    int standing = Arrays.stream(weights).sum();
    for (int from = 0; from < days.length; ) {
      int over = 0;
      int gone = 0;
      int to = from;
      for (; to < days.length && days[to] == days[from]; to++) {
        over += ended[to] ? weights[to] : 0;
        gone += weights[to];
      }
      if (over > 0) {
        share *= 1 - (double) over / standing;
        ends[known] = days[from];
        left[known++] = share;
      }
      standing -= gone;
      from = to;
    }
    return new StageTimes(Arrays.copyOf(ends, known), Arrays.copyOf(left, known));
  }

  /** The share of spells that last longer than so many days. */
  double longerThan(double days) {
    int after = after(days);
    return after == 0 ? 1 : left[after - 1];
  }

  /**
   * A length that happens with the chances of the spells, given that so many days are over.
   *
   * @param chance above 0 and up to 1, drawn evenly
   * @return days, more than {@code lasted}; infinite when it is longer than any spell that ended
   */
  double draw(double lasted, double chance) {
    double bound = chance * longerThan(lasted);
    for (int i = after(lasted); i < ends.length; i++) {
      if (left[i] < bound) {
        return ends[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private int after(double days) {
    int found = Arrays.binarySearch(ends, days);
    return found < 0 ? -found - 1 : found + 1;
  }
}

package city.chengmai.analytics.model.scan;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Scatters cases over places and days in proportion to what is expected there: a fixed number of
 * them, or a Poisson number, which makes every place and day a Poisson variable of its own.
 */
final class CaseScatter implements NullModel {

  private final int days;
  private final double[] sums;
  private final long fixed;

  private CaseScatter(int days, double[] expected, long fixed) {
    this.days = days;
    this.sums = expected.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    this.fixed = fixed;
  }

  /**
   * Always the same number of cases.
   *
   * @param expected by place times number of days plus day, in any unit
   */
  static CaseScatter fixed(int days, double[] expected, long cases) {
    return new CaseScatter(days, expected, cases);
  }

  /**
   * As many cases as the day brings.
   *
   * @param expected cases by place times number of days plus day
   */
  static CaseScatter poisson(int days, double[] expected) {
    return new CaseScatter(days, expected, -1);
  }

  @Override
  public void draw(RandomGenerator random, WindowCounts counts) {
    double all = sums[sums.length - 1];
    long cases = fixed >= 0 ? fixed : new RandomDataGenerator(random.nextLong()).nextPoisson(all);
    for (long i = 0; i < cases; i++) {
      int cell = cell(random.nextDouble() * all);
      counts.add(cell / days, cell % days, 1);
    }
  }

  /** The first cell whose running sum is above a point. */
  private int cell(double point) {
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

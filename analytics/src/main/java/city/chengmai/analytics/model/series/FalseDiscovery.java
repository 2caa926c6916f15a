package city.chengmai.analytics.model.series;

import java.util.Arrays;

/**
 * The step-up rule of Benjamini and Hochberg (J. R. Stat. Soc. B 57, 1995): among all tests of a
 * day, which may be reported so that the expected share of false reports stays below a rate.
 */
public final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * The largest base-10 logarithm of a probability that may be reported, or negative infinity when
   * none may.
   *
   * @param log10 logarithms of the probabilities worth looking at; the others are larger
   * @param tests number of all tests, those left out included
   * @param rate allowed share of false reports
   */
  public static double threshold(double[] log10, long tests, double rate) {
    double[] sorted = log10.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length - 1; i >= 0; i--) {
      if (sorted[i] <= Math.log10(rate * (i + 1) / tests)) {
        return sorted[i];
      }
    }
    return Double.NEGATIVE_INFINITY;
  }
}

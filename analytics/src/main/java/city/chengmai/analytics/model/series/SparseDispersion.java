package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountFit;
import java.util.Arrays;

/**
 * The dispersion of a series with hardly a case a period. There two cases on one day are beyond the
 * limit already, so that weighting takes the very days away that tell of dispersion, and few are
 * left to tell: the unweighted fit's dispersion is taken, and two of its standard errors more. From
 * two cases a period on the weighted fit is trusted.
 */
final class SparseDispersion {

  private static final double SPARSE = 0.5;
  private static final double PLENTY = 2;
  private static final double ERRORS = 2;

  private SparseDispersion() {}

  /** The dispersion φ to forecast with, at least 1. */
  static double of(CountFit plain, CountFit weighted) {
    double trusted = Math.max(1, weighted.dispersion());
    double mean = Arrays.stream(weighted.means()).average().orElse(PLENTY);
    double sparse = Math.log(PLENTY / mean) / Math.log(PLENTY / SPARSE);
    if (sparse <= 0) {
      return trusted;
    }
    double whole = Math.max(trusted, plain.dispersion());
    double cautious = whole * (1 + ERRORS * relativeError(whole, mean, plain.counts().length));
    return trusted * Math.pow(cautious / trusted, Math.min(1, sparse));
  }

  /** From the fourth cumulant of the negative binomial with variance φμ. */
  private static double relativeError(double dispersion, double mean, int periods) {
    double excess = (6 * dispersion * dispersion - 6 * dispersion + 1) / (dispersion * mean);
    return Math.sqrt((2 + excess) / periods);
  }
}

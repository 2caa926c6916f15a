package city.chengmai.analytics.model.series;

/**
 * A grid's share in the cases of a category, shrunk towards its share in all cases (Gamma-Poisson):
 * the share in all cases counts as a few cases already seen.
 *
 * @param share between 0 and 1
 * @param relativeVariance squared relative error of the share
 */
record GridShare(double share, double relativeVariance) {

  private static final double PRIOR_CASES = 5;
  private static final double SMALLEST_PRIOR = 1e-4;

  /**
   * The share after what was seen.
   *
   * @param cases of the category in the grid
   * @param cityCases of the category in the city
   * @param shareInAll of the grid in the cases of all categories
   */
  static GridShare of(double cases, double cityCases, double shareInAll) {
    double seen = cases + PRIOR_CASES * Math.max(SMALLEST_PRIOR, shareInAll);
    return new GridShare(seen / (cityCases + PRIOR_CASES), 1 / seen);
  }
}

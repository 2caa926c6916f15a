package city.chengmai.analytics.model.scan;

/**
 * Log of the likelihood ratio of a cluster: 0 unless there are more cases than expected, otherwise
 * higher with more cases and lower with more expected.
 */
sealed interface ScanScore {

  double of(long cases, double expected);

  /** The most cases a cluster can have. */
  long most();

  /**
   * For a fixed number of cases in all (Kulldorff, A spatial scan statistic, Communications in
   * Statistics 26, 1997): c ln(c/μ) + (C−c) ln((C−c)/(C−μ)).
   *
   * @param total all cases C
   */
  record Conditional(long total) implements ScanScore {

    @Override
    public double of(long cases, double expected) {
      if (cases <= expected) {
        return 0;
      }
      double inside = cases * Math.log(cases / expected);
      long others = total - cases;
      return others == 0 ? inside : inside + others * Math.log(others / (total - expected));
    }

    @Override
    public long most() {
      return total;
    }
  }

  /**
   * For a forecast (Neill, Expectation-based scan statistics, International Journal of Forecasting
   * 25, 2009): c ln(c/b) + b − c.
   */
  record ExpectationBased() implements ScanScore {

    @Override
    public double of(long cases, double expected) {
      return cases <= expected ? 0 : cases * Math.log(cases / expected) + expected - cases;
    }

    @Override
    public long most() {
      return Integer.MAX_VALUE - 1;
    }
  }
}

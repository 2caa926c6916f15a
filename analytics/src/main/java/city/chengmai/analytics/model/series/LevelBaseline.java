package city.chengmai.analytics.model.series;

/**
 * The baseline of a rare category: one level for all periods. The level has a Gamma distribution
 * after the cases seen (Gamma-Poisson), with half a case of prior, so that nothing is ever
 * impossible.
 *
 * @param level cases a period
 * @param dispersion variance over mean in the training window
 * @param evidence cases the level rests on
 */
record LevelBaseline(double level, double dispersion, double evidence) implements Baseline {

  private static final double PRIOR_CASES = 0.5;

  static LevelBaseline fit(double[] counts, TrainingWindow window) {
    double cases = PRIOR_CASES;
    for (int i = window.from(); i < window.to(); i++) {
      cases += counts[i];
    }
    double level = cases / window.length();
    double squares = 0;
    for (int i = window.from(); i < window.to(); i++) {
      squares += Math.pow(counts[i] - level, 2);
    }
    return new LevelBaseline(level, squares / (window.length() - 1) / level, cases);
  }

  @Override
  public Forecast forecast(int position) {
    return new Forecast(level, dispersion, 1 / evidence);
  }
}

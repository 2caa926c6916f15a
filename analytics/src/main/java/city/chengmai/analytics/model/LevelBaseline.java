package city.chengmai.analytics.model;

import java.time.LocalDate;

/**
 * The baseline of a rare category: one level for all days. The level has a Gamma distribution after
 * the cases seen (Gamma-Poisson), with half a case of prior, so that nothing is ever impossible.
 *
 * @param level cases a day
 * @param dispersion variance over mean in the training window
 * @param evidence cases the level rests on
 */
record LevelBaseline(double level, double dispersion, double evidence) implements Baseline {

  private static final double PRIOR_CASES = 0.5;

  static LevelBaseline fit(DailySeries series, TrainingWindow window) {
    double cases = series.sum(window.from(), window.to()) + PRIOR_CASES;
    double level = cases / window.length();
    double squares = 0;
    for (int i = window.from(); i < window.to(); i++) {
      squares += Math.pow(series.counts()[i] - level, 2);
    }
    return new LevelBaseline(level, squares / (window.length() - 1) / level, cases);
  }

  @Override
  public Forecast forecast(LocalDate day) {
    return new Forecast(level, dispersion, 1 / evidence);
  }
}

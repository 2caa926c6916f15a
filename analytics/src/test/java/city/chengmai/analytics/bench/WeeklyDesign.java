package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.CountSeries;
import java.time.LocalDateTime;

/**
 * The weekly benchmark of Noufaily et al. (Statistics in Medicine 32, 2013): 42 scenarios of 624
 * weeks, four outbreaks in the past and one within the last 49 weeks.
 */
final class WeeklyDesign {

  static final int SCENARIOS = 42;

  private static final int WEEKS = 624;
  private static final int MEASURED_FROM = 576;
  private static final int PAST_FROM = 313;
  private static final int PAST_OUTBREAKS = 4;
  private static final int VARIANTS = 6;
  private static final int MOST_HARMONICS = 3;
  private static final double YEAR = 52;

  /** Length of the simulated year in days. */
  static final double SEASON = 364;

  private static final LocalDateTime START = LocalDateTime.of(2000, 1, 3, 0, 0);

  // Level, trend, cosine, sine, dispersion.
  private static final double[][] SETS = {
    {0.1, 0.0025, 0.6, 0.6, 1.5},
    {-2, 0.005, 0.1, 0.3, 2},
    {1.5, 0.003, 0.2, -0.4, 1},
    {0.5, 0.002, 0.5, 0.5, 5},
    {2.5, 0.001, 1, 0.1, 3},
    {3.75, 0.001, 0.1, -0.1, 1.1},
    {5, 0.0001, 0.05, 0.01, 1.2}
  };

  private WeeklyDesign() {}

  /** A run; scenarios take turns. */
  static SimulatedRun run(int number, Draws draws) {
    int scenario = number % SCENARIOS;
    double[] means = means(scenario);
    double dispersion = SETS[scenario / VARIANTS][4];
    double[] quiet = new double[WEEKS];
    int[] earlier = new int[WEEKS];
    int[] cases = new int[WEEKS];
    for (int i = 0; i < PAST_OUTBREAKS; i++) {
      int start = draws.between(PAST_FROM, MEASURED_FROM - 1) - 1;
      strike(earlier, start, draws.oneOf(2, 3, 5, 10), means[start] * dispersion, draws);
    }
    int start = draws.between(MEASURED_FROM, WEEKS) - 1;
    strike(cases, start, draws.between(1, 10), means[start] * dispersion, draws);
    double[] struck = new double[WEEKS];
    for (int i = 0; i < WEEKS; i++) {
      quiet[i] = draws.count(means[i], dispersion) + earlier[i];
      struck[i] = quiet[i] + cases[i];
    }
    return new SimulatedRun(
        scenario, series(quiet), series(struck), cases, earlier, start, MEASURED_FROM - 1, WEEKS);
  }

  private static CountSeries series(double[] counts) {
    return CountSeries.of(START, Cadence.WEEK, counts);
  }

  private static double[] means(int scenario) {
    double[] set = SETS[scenario / VARIANTS];
    double trend = scenario % 2 == 0 ? set[1] : 0;
    int harmonics = scenario / 2 % MOST_HARMONICS;
    double[] means = new double[WEEKS];
    for (int i = 0; i < WEEKS; i++) {
      double predictor = set[0] + trend * (i + 1);
      for (int j = 1; j <= harmonics; j++) {
        double angle = 2 * Math.PI * j * (i + 1) / YEAR;
        predictor += set[2] * Math.cos(angle) + set[3] * Math.sin(angle);
      }
      means[i] = Math.exp(predictor);
    }
    return means;
  }

  private static void strike(
      int[] cases, int start, double strength, double variance, Draws draws) {
    int size = draws.outbreakSize(strength * Math.sqrt(variance));
    for (int i = 0; i < size; i++) {
      int week = start + (int) draws.delay();
      if (week < cases.length) {
        cases[week]++;
      }
    }
  }
}

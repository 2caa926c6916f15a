package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.CountSeries;
import java.time.LocalDateTime;

/**
 * The daily benchmark of Noufaily et al. (Bioinformatics 35, 2019): the eight signals of seven days
 * a week over seven years of 364 days, counts doubled on bank holidays, one outbreak within the
 * last 49 weeks.
 */
final class DailyDesign {

  static final int SIGNALS = 8;

  /** Length of the simulated year in days. */
  static final int YEAR = 364;

  static final int YEARS = 7;
  static final LocalDateTime START = LocalDateTime.of(2001, 1, 1, 0, 0);

  private static final int DAYS = YEAR * YEARS;
  private static final int MEASURED = 343;
  private static final int WEEK = 7;
  private static final double QUARTER = 0.25;
  private static final double STRENGTH = 5.0 * WEEK;

  // Harmonics of the year, level, trend, cosine and sine of year and of week, dispersion, shift.
  private static final double[][] SETS = {
    {1, 6, 0, 0.2, 0.2, 0.5, 0.4, 2, 29},
    {1, 0.5, 0, 1.5, 1.4, 0.5, 0.4, 1, -167},
    {0, 5.5, 0, 0, 0, 0.3, 0.25, 1, 1},
    {0, 2, 0, 0, 0, 0.3, 0.25, 1, 1},
    {1, 2, 0.0005, 0.8, 0.8, 0.8, 0.4, 4, 57},
    {4, 0.05, 0, 0.01, 0.01, 1.8, 0.1, 1, -85},
    {1, 3, 0, 0.8, 0.6, 0.8, 0.4, 4, 29},
    {0, 6, 0, 0, 0, 0.8, 0.4, 4, 1}
  };
  private static final int SINGLE_WEEKLY_WAVE = 5;

  private final BankHolidays holidays = new BankHolidays();

  BankHolidays holidays() {
    return holidays;
  }

  /** A run; signals take turns. */
  SimulatedRun run(int number, Draws draws) {
    int signal = number % SIGNALS;
    double[] means = means(signal);
    double dispersion = SETS[signal][7];
    int start = draws.between(DAYS - MEASURED, DAYS - 1);
    int[] cases = outbreak(start, STRENGTH * Math.sqrt(dispersion * means[start]), draws);
    double[] quiet = new double[DAYS];
    double[] struck = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      int factor = holidays.isHoliday(START.toLocalDate().plusDays(i)) ? 2 : 1;
      int count = draws.count(means[i], dispersion);
      quiet[i] = factor * count;
      struck[i] = factor * (count + cases[i]);
    }
    return new SimulatedRun(
        signal,
        CountSeries.of(START, Cadence.DAY, quiet),
        CountSeries.of(START, Cadence.DAY, struck),
        cases,
        new int[DAYS],
        start,
        DAYS - MEASURED,
        DAYS);
  }

  private static double[] means(int signal) {
    double[] set = SETS[signal];
    double[] means = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      double t = i + 1 + set[8];
      double predictor = set[1] + set[2] * t;
      predictor += wave(t / YEAR, (int) set[0], set[3], set[4]);
      predictor += wave(t / WEEK, signal == SINGLE_WEEKLY_WAVE ? 1 : 2, set[5], set[6]);
      means[i] = Math.exp(predictor);
    }
    return means;
  }

  private static double wave(double cycles, int harmonics, double cosine, double sine) {
    double sum = 0;
    for (int j = 1; j <= harmonics; j++) {
      double angle = 2 * Math.PI * j * cycles;
      sum += cosine * Math.cos(angle) + sine * Math.sin(angle);
    }
    return sum;
  }

  /** Cases by day; those of a weekend count twice. */
  private static int[] outbreak(int start, double mean, Draws draws) {
    int[] cases = new int[DAYS];
    int size = draws.outbreakSize(mean);
    for (int i = 0; i < size; i++) {
      int day = start + (int) (draws.delay() / QUARTER);
      if (day < DAYS) {
        cases[day] += day % WEEK >= 5 ? 2 : 1;
      }
    }
    return cases;
  }
}

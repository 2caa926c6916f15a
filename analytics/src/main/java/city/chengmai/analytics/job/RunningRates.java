package city.chengmai.analytics.job;

import city.chengmai.datasets.indicator.Rate;

/** The rates of consecutive days, summed up from steps in any order. */
final class RunningRates {

  private static final double SMALLEST_PART = 1e-6;

  private final int firstDay;
  private final double[] numerators;
  private final double[] denominators;

  /** Rates of the days {@code [firstDay, endDay)}; earlier steps count into the first day. */
  RunningRates(Iterable<RateStep> steps, int span, int firstDay, int endDay) {
    this.firstDay = firstDay;
    this.numerators = new double[endDay - firstDay];
    this.denominators = new double[endDay - firstDay];
    for (RateStep step : steps) {
      int position = Math.max(0, step.day() - firstDay);
      if (step.span() == span && position < numerators.length) {
        numerators[position] += step.numerator();
        denominators[position] += step.denominator();
      }
    }
    for (int i = 1; i < numerators.length; i++) {
      numerators[i] += numerators[i - 1];
      denominators[i] += denominators[i - 1];
    }
  }

  Rate of(int day) {
    return new Rate(cleaned(numerators[day - firstDay]), cleaned(denominators[day - firstDay]));
  }

  /** Answer weights like 0.8 do not add and subtract to an exact zero. */
  private static double cleaned(double sum) {
    return Math.abs(Math.round(sum / SMALLEST_PART) * SMALLEST_PART);
  }
}

package city.chengmai.analytics.job;

import city.chengmai.datasets.indicator.Rate;

/** The rates of consecutive days or periods, summed up from steps in any order. */
final class RunningRates {

  private static final double SMALLEST_PART = 1e-6;

  private final int first;
  private final double[] numerators;
  private final double[] denominators;

  /** Rates of {@code [first, end)}; earlier steps count into the first. */
  RunningRates(Iterable<RateStep> steps, int span, boolean beside, int first, int end) {
    this.first = first;
    this.numerators = new double[end - first];
    this.denominators = new double[end - first];
    for (RateStep step : steps) {
      int position = Math.max(0, step.number() - first);
      if (step.span() == span && step.beside() == beside && position < numerators.length) {
        numerators[position] += step.numerator();
        denominators[position] += step.denominator();
      }
    }
    for (int i = 1; i < numerators.length; i++) {
      numerators[i] += numerators[i - 1];
      denominators[i] += denominators[i - 1];
    }
  }

  Rate of(int number) {
    return new Rate(cleaned(numerators[number - first]), cleaned(denominators[number - first]));
  }

  /** Answer weights like 0.8 do not add and subtract to an exact zero. */
  private static double cleaned(double sum) {
    return Math.abs(Math.round(sum / SMALLEST_PART) * SMALLEST_PART);
  }
}

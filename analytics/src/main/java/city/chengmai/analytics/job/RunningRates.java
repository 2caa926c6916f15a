package city.chengmai.analytics.job;

import city.chengmai.datasets.indicator.Rate;

/** The rates of consecutive days or periods, summed up from steps in any order. */
final class RunningRates {

  private static final double SMALLEST_PART = 1e-6;

  private final int first;
  private final double[] numerators;
  private final double[] denominators;
  private boolean summed;

  /** Rates of {@code [first, end)}. */
  RunningRates(int first, int end) {
    this.first = first;
    this.numerators = new double[end - first];
    this.denominators = new double[end - first];
  }

  /** Adds a step; what begins earlier counts from the first on. All steps come before rates. */
  void add(RateStep step) {
    if (summed) {
      throw new IllegalStateException("a step came after the rates had been asked for: " + step);
    }
    int position = Math.max(0, step.number() - first);
    if (position < numerators.length) {
      numerators[position] += step.numerator();
      denominators[position] += step.denominator();
    }
  }

  /** The rate of a day or period. */
  Rate of(int number) {
    if (!summed) {
      sum(numerators);
      sum(denominators);
      summed = true;
    }
    return new Rate(cleaned(numerators[number - first]), cleaned(denominators[number - first]));
  }

  private static void sum(double[] steps) {
    for (int i = 1; i < steps.length; i++) {
      steps[i] += steps[i - 1];
    }
  }

  /** Answer weights like 0.8 do not add and subtract to an exact zero. */
  private static double cleaned(double sum) {
    return Math.abs(Math.round(sum / SMALLEST_PART) * SMALLEST_PART);
  }
}

package city.chengmai.analytics.model;

import city.chengmai.analytics.model.series.DailySeries;
import city.chengmai.analytics.model.series.DayKind;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Counts after an intervention beside what the days before lead one to expect. Days are weighed by
 * whether they are like a working day or a weekend. Of the two sums the later one is, given their
 * total, binomial; its share has Jeffreys' interval (Brown, Cai and DasGupta, Statistical Science
 * 16, 2001), which holds for a sum of nothing too, and both sums are divided by the dispersion of
 * the days, as a quasi-Poisson model does.
 *
 * @param baseline sum over the baseline
 * @param after sum over the days after
 * @param expected what the baseline leads one to expect for the days after
 * @param dispersion variance over mean of the days, at least 1
 * @param ratio after over expected; empty when too little was expected
 * @param lower lower end of the 95 % interval of the ratio
 * @param upper upper end
 * @param expectedByDay what the baseline leads one to expect, one a day of the series
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers of one comparison, never compared.
public record BeforeAfter(
    double baseline,
    double after,
    double expected,
    double dispersion,
    OptionalDouble ratio,
    OptionalDouble lower,
    OptionalDouble upper,
    double[] expectedByDay) {

  private static final double TOO_FEW = 3;
  private static final double TAIL = 0.025;
  private static final double JEFFREYS = 0.5;
  private static final int RATES_AND_WEEKEND = 3;

  /**
   * The days of a comparison, as positions of the series.
   *
   * @param baselineFrom first day of the baseline
   * @param baselineTo day after its last
   * @param afterFrom first day after
   * @param afterTo day after the last
   */
  public record Windows(int baselineFrom, int baselineTo, int afterFrom, int afterTo) {

    /** Refuses an empty side. */
    public Windows {
      if (baselineFrom >= baselineTo || afterFrom >= afterTo || baselineTo > afterFrom) {
        throw new IllegalArgumentException(
            "baseline and days after must not be empty and must follow each other");
      }
    }
  }

  /** Compares two windows of a series. */
  public static BeforeAfter of(DailySeries series, Windows windows, HolidayCalendar calendar) {
    double[] weights = weights(series, windows, calendar);
    double before = series.sum(windows.baselineFrom, windows.baselineTo);
    double after = series.sum(windows.afterFrom, windows.afterTo);
    double daysBefore = sum(weights, windows.baselineFrom, windows.baselineTo);
    double daysAfter = sum(weights, windows.afterFrom, windows.afterTo);
    double rate = before / daysBefore;
    double[] expected = Arrays.stream(weights).map(weight -> rate * weight).toArray();
    double dispersion = dispersion(series, windows, weights, rate, after / daysAfter);
    if (rate * daysAfter < TOO_FEW) {
      return new BeforeAfter(
          before,
          after,
          rate * daysAfter,
          dispersion,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          expected);
    }
    BetaDistribution share =
        new BetaDistribution(after / dispersion + JEFFREYS, before / dispersion + JEFFREYS);
    double days = daysBefore / daysAfter;
    double lower = after == 0 ? 0 : odds(share.inverseCumulativeProbability(TAIL)) * days;
    return new BeforeAfter(
        before,
        after,
        rate * daysAfter,
        dispersion,
        OptionalDouble.of(after / (rate * daysAfter)),
        OptionalDouble.of(lower),
        OptionalDouble.of(odds(share.inverseCumulativeProbability(1 - TAIL)) * days),
        expected);
  }

  /** In a word: fewer, more, no-clear-change, or insufficient. */
  public String state() {
    if (ratio.isEmpty()) {
      return "insufficient";
    }
    if (upper.getAsDouble() < 1) {
      return "fewer";
    }
    return lower.getAsDouble() > 1 ? "more" : "no-clear-change";
  }

  private static double odds(double share) {
    return share / (1 - share);
  }

  /** A day's part of the baseline rate; each kind of day borrows one day from the overall mean. */
  private static double[] weights(DailySeries series, Windows windows, HolidayCalendar calendar) {
    boolean[] weekend = new boolean[series.length()];
    double[] counts = new double[2];
    double[] days = new double[2];
    for (int i = 0; i < weekend.length; i++) {
      weekend[i] = DayKind.of(series.day(i), calendar).weekend();
      if (i >= windows.baselineFrom && i < windows.baselineTo) {
        counts[weekend[i] ? 1 : 0] += series.counts()[i];
        days[weekend[i] ? 1 : 0]++;
      }
    }
    double mean = (counts[0] + counts[1]) / (days[0] + days[1]);
    double[] weights = new double[series.length()];
    for (int i = 0; i < weights.length; i++) {
      int kind = weekend[i] ? 1 : 0;
      weights[i] = mean == 0 ? 1 : (counts[kind] + mean) / ((days[kind] + 1) * mean);
    }
    return weights;
  }

  /** Pearson's chi-square over the degrees of freedom, each side about its own rate. */
  private static double dispersion(
      DailySeries series, Windows windows, double[] weights, double before, double after) {
    double sum = 0;
    int days = 0;
    for (int i = windows.baselineFrom; i < windows.afterTo; i++) {
      boolean baseline = i < windows.baselineTo;
      double mean = weights[i] * (baseline ? before : after);
      if ((baseline || i >= windows.afterFrom) && mean > 0) {
        double residual = series.counts()[i] - mean;
        sum += residual * residual / mean;
        days++;
      }
    }
    return days > RATES_AND_WEEKEND ? Math.max(1, sum / (days - RATES_AND_WEEKEND)) : 1;
  }

  private static double sum(double[] numbers, int from, int to) {
    return Arrays.stream(numbers, from, to).sum();
  }
}

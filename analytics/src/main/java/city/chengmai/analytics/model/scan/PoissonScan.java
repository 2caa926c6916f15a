package city.chengmai.analytics.model.scan;

import java.util.function.ToDoubleFunction;

/**
 * Scans with a given expectation: in proportion to a population, with all cases taken as given, or
 * a forecast by place and day, which the cases of the whole city may exceed too.
 */
public final class PoissonScan {

  private PoissonScan() {}

  /**
   * Expected cases of a place on a day.
   *
   * <p>Sums over places and days have to be positive wherever there can be cases.
   */
  @FunctionalInterface
  public interface Forecast {

    /**
     * What is expected, at least 0.
     *
     * @param day number as in the occurrences
     */
    double of(Place place, int day);
  }

  /** Purely spatial: the whole study period as one window, cases in proportion to a population. */
  public static ScanResult spatial(
      CaseTable table, ToDoubleFunction<Place> population, ScanPlan plan) {
    double[] people = table.places().stream().mapToDouble(population).toArray();
    double all = positiveSum(people);
    double[] expected = new double[people.length];
    double[] cells = new double[people.length * table.days()];
    for (int place = 0; place < people.length; place++) {
      expected[place] = table.total() * people[place] / all;
      cells[place * table.days()] = people[place];
    }
    return new Scan(
            table,
            plan,
            Zones.of(table.places(), people, plan.distance(), plan.limits()),
            Windows.whole(table.days()),
            expected,
            new ScanScore.Conditional(table.total()),
            CaseScatter.fixed(table.days(), cells, table.total()))
        .run();
  }

  /** Expectation-based: the share limit is taken of what is expected in all. */
  public static ScanResult expectationBased(CaseTable table, Forecast forecast, ScanPlan plan) {
    int places = table.places().size();
    int days = table.days();
    Windows windows = plan.windows(days);
    double[] cells = new double[places * days];
    double[] weights = new double[places];
    double[] expected = new double[Math.multiplyExact(places, windows.size())];
    for (int place = 0; place < places; place++) {
      for (int day = 0; day < days; day++) {
        double mean = forecast.of(table.places().get(place), table.firstDay() + day);
        cells[place * days + day] = mean;
        weights[place] += mean;
        for (int window : windows.holding(day)) {
          expected[place * windows.size() + window] += mean;
        }
      }
    }
    positiveSum(cells);
    return new Scan(
            table,
            plan,
            Zones.of(table.places(), weights, plan.distance(), plan.limits()),
            windows,
            expected,
            new ScanScore.ExpectationBased(),
            CaseScatter.poisson(days, cells))
        .run();
  }

  private static double positiveSum(double[] values) {
    double sum = 0;
    for (double value : values) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "expected or population: expected finite numbers of at least 0, seen " + value);
      }
      sum += value;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("expected or population: all of it is 0");
    }
    return sum;
  }
}

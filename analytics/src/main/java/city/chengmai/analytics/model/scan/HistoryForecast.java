package city.chengmai.analytics.model.scan;

import java.util.HashMap;
import java.util.Map;

/**
 * Expects of each place what it had on average before, on days of the same stratum. One day of the
 * average place is added to the history, so that a place where nothing ever happened is not
 * expected to have nothing for ever.
 */
public final class HistoryForecast implements PoissonScan.Forecast {

  private final Map<Place, Integer> index = new HashMap<>();
  private final Map<Integer, double[]> means = new HashMap<>();
  private final Strata strata;

  /**
   * The forecast that a history makes.
   *
   * @param history of the days before those that are scanned
   */
  public HistoryForecast(CaseTable history, Strata strata) {
    this.strata = strata;
    history.places().forEach(place -> index.put(place, index.size()));
    Map<Integer, Integer> days = new HashMap<>();
    for (int day = 0; day < history.days(); day++) {
      int stratum = strata.of(history.firstDay() + day);
      days.merge(stratum, 1, Integer::sum);
      double[] sums = means.computeIfAbsent(stratum, s -> new double[index.size()]);
      for (int place = 0; place < sums.length; place++) {
        sums[place] += history.count(place, day);
      }
    }
    days.forEach((stratum, number) -> divide(means.get(stratum), number));
  }

  private static void divide(double[] sums, int days) {
    double all = 0;
    for (double sum : sums) {
      all += sum;
    }
    double average = all / sums.length / days;
    for (int place = 0; place < sums.length; place++) {
      sums[place] = (sums[place] + average) / (days + 1);
    }
  }

  @Override
  public double of(Place place, int day) {
    double[] ofStratum = means.get(strata.of(day));
    if (ofStratum == null) {
      throw new IllegalArgumentException(
          "forecast of day " + day + ": expected earlier days of its stratum, seen none");
    }
    return ofStratum[index.get(place)];
  }
}

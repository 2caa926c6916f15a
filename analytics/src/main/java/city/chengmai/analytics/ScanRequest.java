package city.chengmai.analytics;

import city.chengmai.analytics.model.scan.CaseTable;
import city.chengmai.analytics.model.scan.HistoryForecast;
import city.chengmai.analytics.model.scan.Occurrence;
import city.chengmai.analytics.model.scan.PermutationScan;
import city.chengmai.analytics.model.scan.Place;
import city.chengmai.analytics.model.scan.PoissonScan;
import city.chengmai.analytics.model.scan.ScanPlan;
import city.chengmai.analytics.model.scan.ScanResult;
import city.chengmai.analytics.model.scan.Strata;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows and how to scan them.
 *
 * @param firstPeriod of the study, the last one is 0
 * @param forecast whether the rows carry what is expected
 */
record ScanRequest(
    List<ScanRow> rows,
    ScanDays days,
    int firstPeriod,
    boolean forecast,
    Strata strata,
    ScanPlan plan) {

  /** What expected cases follow from. */
  enum Method {
    /** From the cases of each place and each day. */
    PERMUTATION,
    /** From a forecast, or from earlier days. */
    EXPECTATION,
    /** From the population, over the whole period. */
    SPATIAL
  }

  ScanResult run(Method method) {
    try {
      return switch (method) {
        case PERMUTATION -> PermutationScan.of(table(firstPeriod), strata, plan);
        case EXPECTATION -> expectation();
        case SPATIAL -> spatial();
      };
    } catch (IllegalArgumentException e) {
      throw new StoreException(ErrorCategory.BAD_INPUT, "scanning: " + e.getMessage(), e);
    } catch (ArithmeticException | OutOfMemoryError e) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          "scanning: expected what fits in memory, seen too many places and periods at once; give a"
              + " smaller --radius, --nearest or --max-periods, a later --from or a larger"
              + " --period-days",
          e);
    }
  }

  private CaseTable table(int from) {
    return CaseTable.of(occurrences(), from, 0);
  }

  private List<Occurrence> occurrences() {
    return rows.stream()
        .map(row -> new Occurrence(row.place(), days.period(row.day()), row.count()))
        .toList();
  }

  private ScanResult expectation() {
    if (forecast) {
      Map<Place, Map<Integer, Double>> expected = new HashMap<>();
      for (ScanRow row : rows) {
        expected
            .computeIfAbsent(row.place(), place -> new HashMap<>())
            .merge(days.period(row.day()), row.expected(), Double::sum);
      }
      return PoissonScan.expectationBased(
          table(firstPeriod),
          (place, period) -> expected.get(place).getOrDefault(period, 0.0),
          plan);
    }
    int from = 1 - plan.longest();
    if (from <= firstPeriod) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          "scanning for more than expected: expected a column \"expected\", or more than "
              + plan.longest()
              + " periods to learn from, seen "
              + (1 - firstPeriod));
    }
    CaseTable history = CaseTable.of(occurrences(), firstPeriod, from - 1);
    return PoissonScan.expectationBased(table(from), new HistoryForecast(history, strata), plan);
  }

  private ScanResult spatial() {
    Map<Place, Double> people = new HashMap<>();
    rows.forEach(row -> people.merge(row.place(), row.population(), Math::max));
    return PoissonScan.spatial(table(firstPeriod), people::get, plan);
  }
}

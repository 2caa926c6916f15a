package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;

/**
 * Computes indicators for each area and window. ClickHouse counts; here the counts are rolled up
 * the area tree, summed over windows and read. A grid's cases count for the grid and its ancestors,
 * an overlay grid's for itself alone.
 */
final class IndicatorComputation {

  private static final int ROWS_OF_TASK = 200_000;

  /** What is read of so few days is not worth reading in slices. */
  private static final int FEW_DAYS = 60;

  private final Catalogue catalogue;
  private final List<Indicator> wanted;
  private final List<CountingQuery> queries;

  private IndicatorComputation(Catalogue catalogue, List<Indicator> wanted) {
    this.catalogue = catalogue;
    this.wanted = wanted;
    this.queries =
        CountingQuery.ALL.stream()
            .filter(query -> rates().stream().anyMatch(query::counts))
            .toList();
  }

  /** Of every indicator of a catalogue. */
  static IndicatorComputation of(Catalogue catalogue) {
    return new IndicatorComputation(catalogue, catalogue.indicators());
  }

  /** Of one indicator in place of the catalogue's of the same id. */
  static IndicatorComputation of(Catalogue catalogue, Indicator indicator) {
    List<Indicator> all =
        catalogue.indicators().stream()
            .map(other -> other.id().equals(indicator.id()) ? indicator : other)
            .toList();
    return new IndicatorComputation(new Catalogue(all), List.of(indicator));
  }

  /** A row for every area, indicator and window, also where nothing was counted. */
  JavaRDD<IndicatorRow> rows(RunContext run, Windows windows) {
    JavaRDD<IndicatorRow> rates = rates(run, windows, steps(run, windows));
    if (!hasMedian()) {
      return rates;
    }
    String query = QueryText.of("closings.sql", values(run, windows));
    ClosingReader reader = new ClosingReader(run.store(), run.city().areas());
    return rates.union(reader.rows(run.context(), query, series(run, windows)));
  }

  /** Whether any but the median is among the indicators. */
  boolean hasRates() {
    return !rates().isEmpty();
  }

  /** Whether the median is among the indicators. */
  boolean hasMedian() {
    return wanted.stream().anyMatch(indicator -> indicator.id().equals(IndicatorSeries.MEDIAN));
  }

  /** The queries that count the indicators in a run; a city that tells of nothing else has few. */
  List<CountingQuery> queries(RunContext run) {
    return queries.stream().filter(query -> query.mayCount(run.empty())).toList();
  }

  /** What the texts of these queries need to know. */
  Map<String, String> values(RunContext run, Windows windows) {
    return CountingQuery.values(run, windows, catalogue);
  }

  /** In how many slices large tables are read. */
  int slices(RunContext run) {
    return run.days().days() > FEW_DAYS ? run.context().defaultParallelism() : 1;
  }

  /** The steps of all windows by indicator id, counted from nothing. */
  JavaPairRDD<String, GridStep> steps(RunContext run, Windows windows) {
    return steps(run, windows, query -> true);
  }

  /** The same by some queries. */
  JavaPairRDD<String, GridStep> steps(
      RunContext run, Windows windows, Predicate<CountingQuery> asked) {
    Map<String, String> values = values(run, windows);
    int slices = slices(run);
    return new StepReader(run.store())
        .read(
            run.context(),
            queries(run).stream()
                .filter(asked)
                .flatMap(query -> query.texts(values, slices).stream())
                .toList());
  }

  /** The rows of all indicators but the median. */
  JavaRDD<IndicatorRow> rates(
      RunContext run, Windows windows, JavaPairRDD<String, GridStep> steps) {
    if (!hasRates()) {
      return run.context().emptyRDD();
    }
    IndicatorSeries series = series(run, windows);
    ByIndicator indicators = partitions(run, windows);
    return steps
        .filter(step -> indicators.knows(step._1))
        .partitionBy(indicators)
        .mapPartitionsWithIndex(
            (partition, own) -> series.rates(indicators.indicators(partition), own), false);
  }

  /** The rows of the median, of cases that are read already. */
  JavaRDD<IndicatorRow> medians(RunContext run, Windows windows, ClosingTimes times) {
    List<IndicatorRow> rows = new ArrayList<>();
    series(run, windows).medians(times).forEachRemaining(rows::add);
    return run.context().parallelize(rows, 1);
  }

  private IndicatorSeries series(RunContext run, Windows windows) {
    return new IndicatorSeries(wanted, run.city().areas(), windows, run.stamp());
  }

  private List<String> rates() {
    return wanted.stream()
        .map(Indicator::id)
        .filter(id -> !id.equals(IndicatorSeries.MEDIAN))
        .toList();
  }

  private ByIndicator partitions(RunContext run, Windows windows) {
    List<String> rates = rates();
    long rows =
        (long) rates.size()
            * run.city().areas().areas().size()
            * windows.grain().spans().size()
            * (windows.end() - windows.first());
    return new ByIndicator(
        rates, Math.max(run.context().defaultParallelism(), (int) (rows / ROWS_OF_TASK)));
  }
}

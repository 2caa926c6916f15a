package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/**
 * Computes every indicator of the catalogue for each area and window. ClickHouse counts; here the
 * counts are rolled up the area tree, summed over windows and read. A grid's cases count for the
 * grid and its ancestors, an overlay grid's for itself alone.
 */
final class IndicatorComputation {

  private static final int ROWS_OF_TASK = 200_000;

  private final Catalogue catalogue;

  IndicatorComputation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A row for every area, indicator and window, also where nothing was counted. */
  JavaRDD<IndicatorRow> rows(RunContext run, Windows windows) {
    IndicatorSeries series =
        new IndicatorSeries(catalogue.indicators(), run.city().areas(), windows, run.stamp());
    return rates(run, windows, series).union(medians(run, windows, series));
  }

  private JavaRDD<IndicatorRow> rates(RunContext run, Windows windows, IndicatorSeries series) {
    Map<String, String> values = CountingQuery.values(run, windows, catalogue);
    int slices = run.context().defaultParallelism();
    List<String> texts =
        CountingQuery.ALL.stream().flatMap(query -> query.texts(values, slices).stream()).toList();
    ByIndicator indicators = partitions(run, windows);
    return new StepReader(run.store())
        .read(run.context(), texts)
        .filter(step -> indicators.knows(step._1))
        .partitionBy(indicators)
        .mapPartitionsWithIndex(
            (partition, steps) -> series.rates(indicators.indicators(partition), steps), false);
  }

  private ByIndicator partitions(RunContext run, Windows windows) {
    List<String> rates =
        catalogue.indicators().stream()
            .map(Indicator::id)
            .filter(id -> !id.equals(IndicatorSeries.MEDIAN))
            .toList();
    long rows =
        (long) rates.size()
            * run.city().areas().areas().size()
            * windows.grain().spans().size()
            * (windows.end() - windows.first());
    return new ByIndicator(
        rates, Math.max(run.context().defaultParallelism(), (int) (rows / ROWS_OF_TASK)));
  }

  private JavaRDD<IndicatorRow> medians(RunContext run, Windows windows, IndicatorSeries series) {
    String query = QueryText.of("closings.sql", CountingQuery.values(run, windows, catalogue));
    return new ClosingReader(run.store(), run.city().areas()).rows(run.context(), query, series);
  }
}

package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Computes every indicator of the catalogue for each area and window. ClickHouse counts; here the
 * counts are rolled up the area tree, summed over windows and read. A grid's cases count for the
 * grid and its ancestors, an overlay grid's for itself alone.
 */
final class IndicatorComputation {

  private static final String MEDIAN = "O03";
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
            .filter(id -> !id.equals(MEDIAN))
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
    AreaForest areas = run.city().areas();
    String query = QueryText.of("closings.sql", CountingQuery.values(run, windows, catalogue));
    JavaPairRDD<IndicatorKey, Closing> closings =
        run.reader()
            .read(query, "case_id")
            .javaRDD()
            .flatMapToPair(row -> counted(row, areas).iterator());
    return keys(run)
        .cogroup(closings, run.context().defaultParallelism())
        .filter(entry -> entry._2._1.iterator().hasNext())
        .flatMap(entry -> series.medians(entry._1, entry._2._2));
  }

  private static List<Tuple2<IndicatorKey, Closing>> counted(Row row, AreaForest areas) {
    List<Tuple2<IndicatorKey, Closing>> closings = new ArrayList<>();
    Closing closing = new Closing(Columns.whole(row, "number"), Columns.number(row, "hours"));
    for (String column : List.of("grid", "overlay_grid")) {
      for (String area : areas.countedIn(row.getAs(column))) {
        closings.add(new Tuple2<>(new IndicatorKey(area, MEDIAN), closing));
      }
    }
    return closings;
  }

  private static JavaPairRDD<IndicatorKey, Boolean> keys(RunContext run) {
    List<Tuple2<IndicatorKey, Boolean>> keys =
        run.city().areas().areas().stream()
            .map(area -> new Tuple2<>(new IndicatorKey(area.id(), MEDIAN), true))
            .toList();
    return run.context().parallelizePairs(keys);
  }
}

package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Computes every indicator of the catalogue for each area and day, over the day and over the
 * trailing 30 days. ClickHouse counts; here the counts are rolled up the area tree, summed over
 * windows and read. A grid's cases count for the grid and its ancestors, an overlay grid's for
 * itself alone.
 */
final class IndicatorJob implements Job {

  private static final String MEDIAN = "O03";
  private static final int LONG_SPAN = 30;

  private final Catalogue catalogue;

  IndicatorJob(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String name() {
    return "indicators";
  }

  @Override
  public long run(RunContext run) {
    return run.publisher()
        .publish(
            run,
            Set.of(PublishedTable.INDICATOR_1D, PublishedTable.INDICATOR_30D),
            rates(run).union(medians(run)),
            row -> row.span() == 1 ? PublishedTable.INDICATOR_1D : PublishedTable.INDICATOR_30D);
  }

  private JavaRDD<IndicatorRow> rates(RunContext run) {
    AreaForest areas = run.city().areas();
    JavaPairRDD<IndicatorKey, RateStep> steps =
        steps(run, caseSteps(run), areas).union(steps(run, orderSteps(run), areas));
    IndicatorSeries series = series(run);
    return keys(run)
        .filter(key -> !key._1.indicator().equals(MEDIAN))
        .cogroup(steps)
        .filter(entry -> entry._2._1.iterator().hasNext())
        .flatMap(entry -> series.rates(entry._1, entry._2._2));
  }

  private JavaRDD<IndicatorRow> medians(RunContext run) {
    AreaForest areas = run.city().areas();
    JavaPairRDD<IndicatorKey, Closing> closings =
        run.reader()
            .read(
                QueryText.of("closings.sql", Map.of("zone", run.city().zone().getId())), "case_id")
            .javaRDD()
            .flatMapToPair(row -> counted(row, areas).iterator());
    IndicatorSeries series = series(run);
    return keys(run)
        .filter(key -> key._1.indicator().equals(MEDIAN))
        .cogroup(closings)
        .filter(entry -> entry._2._1.iterator().hasNext())
        .flatMap(entry -> series.medians(entry._1, entry._2._2));
  }

  private static List<Tuple2<IndicatorKey, Closing>> counted(Row row, AreaForest areas) {
    List<Tuple2<IndicatorKey, Closing>> closings = new ArrayList<>();
    Closing closing = new Closing(Columns.whole(row, "day"), Columns.number(row, "hours"));
    for (String column : List.of("grid", "overlay_grid")) {
      for (String area : areas.countedIn(row.getAs(column))) {
        closings.add(new Tuple2<>(new IndicatorKey(area, MEDIAN), closing));
      }
    }
    return closings;
  }

  private static JavaPairRDD<IndicatorKey, RateStep> steps(
      RunContext run, String query, AreaForest areas) {
    return run.reader()
        .read(query, "area")
        .javaRDD()
        .flatMapToPair(
            row -> {
              RateStep step =
                  new RateStep(
                      Columns.whole(row, "span"),
                      Columns.whole(row, "day"),
                      Columns.number(row, "numerator"),
                      Columns.number(row, "denominator"));
              return areas.countedIn(row.getAs("area")).stream()
                  .map(area -> new Tuple2<>(new IndicatorKey(area, row.getAs("indicator")), step))
                  .iterator();
            });
  }

  private static String caseSteps(RunContext run) {
    return QueryText.of(
        "case_steps.sql",
        Map.of(
            "zone", run.city().zone().getId(),
            "until", Stamp.text(run.city().knownUntil()),
            "end", String.valueOf(run.days().endNumber())));
  }

  private static String orderSteps(RunContext run) {
    WorkingDaySteps steps = WorkingDaySteps.of(run.city());
    return QueryText.of(
        "order_steps.sql",
        Map.of(
            "zone", run.city().zone().getId(),
            "until", Stamp.text(run.city().knownUntil()),
            "days", steps.days(),
            "steps", steps.steps(),
            "end", String.valueOf(run.days().endNumber())));
  }

  private JavaPairRDD<IndicatorKey, Boolean> keys(RunContext run) {
    List<Tuple2<IndicatorKey, Boolean>> keys = new ArrayList<>();
    for (AreaNode area : run.city().areas().areas()) {
      catalogue
          .indicators()
          .forEach(i -> keys.add(new Tuple2<>(new IndicatorKey(area.id(), i.id()), true)));
    }
    return run.context().parallelizePairs(keys);
  }

  private IndicatorSeries series(RunContext run) {
    return new IndicatorSeries(
        catalogue.indicators(), run.city().areas(), run.days(), List.of(1, LONG_SPAN), run.stamp());
  }
}

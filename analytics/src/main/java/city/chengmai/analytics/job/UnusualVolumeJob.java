package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.GridTotals;
import city.chengmai.analytics.model.series.VolumeResult;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Rule A02: days on which a grid or the whole city reports far more of a category than its past
 * leads one to expect. Each day is judged by earlier days only; an alert that a late correction
 * takes the ground from is cleared.
 */
final class UnusualVolumeJob implements Job {

  private final AlertRule rule;
  private final Function<LocalDate, CityPlans> plans;

  UnusualVolumeJob(AlertRule rule, Function<LocalDate, CityPlans> plans) {
    this.rule = rule;
    this.plans = plans;
  }

  @Override
  public String name() {
    return "unusual-volume";
  }

  @Override
  public long run(RunContext run) {
    List<VolumeTest> alerts = alerts(run);
    VolumeEvidence evidence = VolumeEvidence.read(run, alerts);
    AlertBook book = AlertBook.read(run, rule.id(), run.days());
    SpecialRules special = special(run);
    List<AlertRow> rows =
        alerts.stream()
            .map(alert -> VolumeAlert.row(run, special.of(alert), alert, evidence))
            .toList();
    List<AlertRow> earlier = AlertBook.read(run, rule.id()).rows();
    List<AlertRow> standing =
        new AlertExpiry(rule, run.city().knownUntil())
            .apply(book.update(rows, run.stamp()), earlier, run.stamp());
    return TableWriter.write(run.store(), "alerts", standing.iterator());
  }

  /** Ids of the alerts of the days of the run. */
  Set<String> findings(RunContext run) {
    return alerts(run).stream().map(test -> VolumeAlert.id(rule, test)).collect(Collectors.toSet());
  }

  /** The alerts of the days of the run, strongest first. */
  List<VolumeTest> alerts(RunContext run) {
    DaySpan period = new DaySpan(run.city().firstDay(), run.city().endDay());
    JavaPairRDD<String, Iterable<DailyCount>> counts = counts(run, period).groupByKey().cache();
    try {
      CategoryTester tester = tester(run, period, counts);
      List<VolumeResult> results =
          counts.map(category -> tester.test(category._1, category._2)).collect();
      return strongest(results, period, special(run));
    } finally {
      counts.unpersist();
    }
  }

  private SpecialRules special(RunContext run) {
    return new SpecialRules(
        rule, plans.apply(run.city().firstDay()).specialPeriods(), run.city().areas());
  }

  private static List<VolumeTest> strongest(
      List<VolumeResult> results, DaySpan period, SpecialRules special) {
    List<VolumeTest> kept = new ArrayList<>();
    Map<LocalDate, Long> tests = new HashMap<>();
    for (VolumeResult result : results) {
      kept.addAll(result.kept());
      for (int i = 0; i < result.tests().length; i++) {
        tests.merge(period.from().plusDays(i), result.tests()[i], Long::sum);
      }
    }
    return special.alerts(kept, tests);
  }

  private CategoryTester tester(
      RunContext run, DaySpan period, JavaPairRDD<String, Iterable<DailyCount>> counts) {
    Set<String> grids =
        run.city().areas().baseGrids().stream().map(AreaNode::id).collect(Collectors.toSet());
    VolumeSeries series = new VolumeSeries(period, grids);
    return new CategoryTester(
        new HolidaySnapshot(run.city().holidays(), period.from(), period.to()),
        new GridTotals(series.of("", allCategories(counts)).grids(), period.days()),
        run.city().areas().root().id(),
        series,
        special(run).loosest(),
        (int) (run.days().from().toEpochDay() - period.from().toEpochDay()),
        (int) (run.days().to().toEpochDay() - period.from().toEpochDay()));
  }

  private static List<DailyCount> allCategories(JavaPairRDD<String, Iterable<DailyCount>> counts) {
    return counts
        .values()
        .flatMap(Iterable::iterator)
        .mapToPair(count -> new Tuple2<>(new Tuple2<>(count.area(), count.day()), count.cases()))
        .reduceByKey(Double::sum)
        .map(sum -> new DailyCount(sum._1._1, sum._1._2, sum._2))
        .collect();
  }

  private static JavaPairRDD<String, DailyCount> counts(RunContext run, DaySpan period) {
    String query =
        QueryText.of(
            "volumes.sql",
            Map.of(
                "zone", run.city().zone().getId(),
                "from", Stamp.text(run.city().startOf(period.from())),
                "until", Stamp.text(run.city().startOf(period.to()))));
    return run.reader()
        .read(query, "category")
        .javaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    row.getAs("category"),
                    new DailyCount(
                        row.getAs("area"),
                        Columns.whole(row, "day"),
                        Columns.number(row, "cases"))));
  }
}

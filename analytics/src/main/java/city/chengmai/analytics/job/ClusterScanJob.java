package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.CaseAt;
import city.chengmai.analytics.model.alert.ClusterPlan;
import city.chengmai.analytics.model.alert.DailyScan;
import city.chengmai.analytics.model.alert.FoundCluster;
import city.chengmai.datasets.rule.AlertRule;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Rule A03-scan: cases of one category closer together in space and time than the past four weeks
 * lead one to expect, told day by day. Categories are scanned beside one another; of a run over a
 * long period only the latest days are, which bounds its cost.
 */
final class ClusterScanJob implements Job {

  private final AlertRule rule;
  private final CityNumbers numbers;

  /** A job with the numbers that hold in a city. */
  ClusterScanJob(AlertRule rule, CityNumbers numbers) {
    this.rule = rule;
    this.numbers = numbers;
  }

  @Override
  public String name() {
    return "cluster-scan";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    DaySpan days = RecentDays.of(run, rule);
    RuleByArea holding = RuleByArea.of(run, days, rule, numbers);
    List<FoundCluster> found =
        new ArrayList<>(
            holding.found(
                version -> found(run, version, days),
                cluster -> ClusterRows.area(run, cluster),
                cluster -> LocalDate.ofEpochDay(cluster.day())));
    found.sort(
        Comparator.comparingInt(FoundCluster::day)
            .thenComparing(FoundCluster::category)
            .thenComparing(Comparator.comparingDouble(FoundCluster::score).reversed())
            .thenComparing(cluster -> cluster.cells().get(0)));
    List<AlertRow> rows = new ClusterRows(run, rule, holding, days).of(found);
    return new FindingStore(run, rule).write(AlertBook.ending(run, rule.id(), days), rows);
  }

  private List<FoundCluster> found(RunContext run, AlertRule version, DaySpan days) {
    if (days.days() == 0) {
      return List.of();
    }
    Scanner scanner = new Scanner(ClusterPlan.of(version), days.firstNumber(), days.endNumber());
    return cases(run, version, days)
        .groupByKey()
        .flatMap(category -> scanner.of(category._1, category._2).iterator())
        .collect();
  }

  private static JavaPairRDD<String, CaseAt> cases(
      RunContext run, AlertRule version, DaySpan days) {
    LocalDate from = days.from().minusDays(Math.round(version.parameter("window-days")) - 1);
    String query =
        QueryText.of(
            "cluster_cases.sql",
            Map.of(
                "zone", run.city().zone().getId(),
                "from", Stamp.text(run.city().startOf(from)),
                "until", Stamp.text(run.city().startOf(days.to()))));
    return run.reader()
        .read(query, "category")
        .javaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    row.getAs("category"),
                    new CaseAt(
                        row.getAs("case_id"),
                        row.getAs("area"),
                        Columns.number(row, "longitude"),
                        Columns.number(row, "latitude"),
                        Columns.whole(row, "day"))));
  }

  /** Scans one category day by day; travels to executors. */
  private record Scanner(ClusterPlan plan, int from, int to) implements Serializable {

    List<FoundCluster> of(String category, Iterable<CaseAt> cases) {
      List<CaseAt> all = new ArrayList<>();
      cases.forEach(all::add);
      DailyScan scan = new DailyScan(plan);
      List<FoundCluster> found = new ArrayList<>();
      for (int day = from; day < to; day++) {
        found.addAll(scan.of(category, day, all));
      }
      return found;
    }
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.GridTotals;
import city.chengmai.analytics.model.series.VolumeResult;
import city.chengmai.analytics.model.series.VolumeSettings;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;

/** Judges the series of all categories by the hour, the day and the week. */
final class VolumeTesting {

  private final RunContext run;
  private final AlertRule rule;
  private final VolumeNumbers numbers;
  private final DaySpan period;
  private final Set<String> grids;

  VolumeTesting(RunContext run, AlertRule rule, VolumeNumbers numbers) {
    this.run = run;
    this.rule = rule;
    this.numbers = numbers;
    this.period = new DaySpan(run.city().firstDay(), run.city().endDay());
    this.grids =
        run.city().areas().baseGrids().stream().map(AreaNode::id).collect(Collectors.toSet());
  }

  /** The alerts of the days of the run, those of each cadence strongest first. */
  List<VolumeTest> alerts() {
    List<VolumeTest> alerts = new ArrayList<>();
    JavaPairRDD<String, Iterable<PeriodCount>> daily =
        VolumeCounts.daily(run, period).groupByKey().cache();
    try {
      alerts.addAll(judge(Cadence.DAY, daily, run.days()));
      alerts.addAll(judge(Cadence.WEEK, daily, run.days()));
    } finally {
      daily.unpersist();
    }
    DaySpan recent = hours();
    alerts.addAll(judge(Cadence.HOUR, VolumeCounts.hourly(run, recent).groupByKey(), recent));
    return alerts;
  }

  /** Hours are news for some days only, which bounds what a run over the whole period costs. */
  DaySpan hours() {
    LocalDate end = run.days().to();
    LocalDate from = run.city().endDay().minusDays(Math.round(rule.parameter("recent-days.hour")));
    LocalDate first = run.days().from().isAfter(from) ? run.days().from() : from;
    return new DaySpan(first.isAfter(end) ? end : first, end);
  }

  private List<VolumeTest> judge(
      Cadence cadence, JavaPairRDD<String, Iterable<PeriodCount>> counts, DaySpan days) {
    VolumeSeries series = new VolumeSeries(cadence, period, grids);
    // A week counts on the day that it ends, so the first day of the run may end one.
    int from = Math.max(0, series.ending(days.from()));
    int to = Math.min(series.periods(), series.ending(days.to()));
    if (from >= to) {
      return List.of();
    }
    CategoryTester tester = tester(cadence, series, counts, from, to);
    List<VolumeResult> results =
        counts.map(category -> tester.test(category._1, category._2)).collect();
    return strongest(cadence, results, series, from);
  }

  private List<VolumeTest> strongest(
      Cadence cadence, List<VolumeResult> results, VolumeSeries series, int from) {
    List<VolumeTest> kept = new ArrayList<>();
    Map<LocalDateTime, Long> tests = new HashMap<>();
    for (VolumeResult result : results) {
      kept.addAll(result.kept());
      for (int i = 0; i < result.tests().length; i++) {
        tests.merge(series.at(from + i), result.tests()[i], Long::sum);
      }
    }
    return numbers.alerts(cadence, kept, tests);
  }

  private CategoryTester tester(
      Cadence cadence,
      VolumeSeries series,
      JavaPairRDD<String, Iterable<PeriodCount>> counts,
      int from,
      int to) {
    // By the hour no grid shares the city's model.
    GridTotals totals =
        cadence == Cadence.HOUR
            ? new GridTotals(Map.of(), series.periods())
            : new GridTotals(
                series.of("", VolumeCounts.allCategories(counts)).grids(), series.periods());
    return new CategoryTester(
        new HolidaySnapshot(run.city().holidays(), period.from(), period.to()),
        totals,
        run.city().areas().root().id(),
        series,
        VolumeSettings.of(cadence, numbers.loosest(cadence), numbers.holding(cadence)),
        from,
        to);
  }
}

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

/** Judges the series of all categories by the hour, the day and the week. */
final class VolumeTesting {

  private static final int FEW_DAYS = 14;
  private static final int SLICES_OF_CORE = 4;

  private final RunContext run;
  private final AlertRule rule;
  private final VolumeNumbers numbers;
  private final DaySpan period;
  private final Set<String> grids;
  private final LearntVolumes learnt;

  /** Tests of a run; what they learn is added to what earlier ones did. */
  VolumeTesting(RunContext run, AlertRule rule, VolumeNumbers numbers, LearntVolumes learnt) {
    this.learnt = learnt;
    this.run = run;
    this.rule = rule;
    this.numbers = numbers;
    this.period = new DaySpan(run.city().firstDay(), run.city().endDay());
    this.grids =
        run.city().areas().baseGrids().stream().map(AreaNode::id).collect(Collectors.toSet());
  }

  /** The alerts of the days of the run, those of each cadence strongest first. */
  List<VolumeTest> alerts() {
    learnt.begin(run);
    List<VolumeTest> alerts = new ArrayList<>();
    Map<String, List<AreaCounts>> daily = VolumeCounts.daily(run, period);
    alerts.addAll(judge(Cadence.DAY, daily, run.days()));
    alerts.addAll(judge(Cadence.WEEK, daily, run.days()));
    DaySpan recent = hours();
    alerts.addAll(judge(Cadence.HOUR, VolumeCounts.hourly(run, recent), recent));
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
      Cadence cadence, Map<String, List<AreaCounts>> counts, DaySpan days) {
    VolumeSeries series = new VolumeSeries(cadence, period, grids);
    learnt.forget(cadence, series.ending(run.days().from()));
    // A week counts on the day that it ends, so the first day of the run may end one.
    int from = Math.max(0, series.ending(days.from()));
    int to = Math.min(series.periods(), series.ending(days.to()));
    if (from >= to) {
      return List.of();
    }
    List<CategoryTester.Category> categories = new ArrayList<>();
    counts.forEach(
        (name, areas) ->
            categories.add(new CategoryTester.Category(name, areas, learnt.of(cadence, name))));
    List<VolumeResult> results = results(tester(cadence, series, counts, from, to), categories);
    learnt.learn(cadence, results);
    return strongest(cadence, results, series, from);
  }

  /** What is judged of a few days is not worth sending anywhere. */
  private List<VolumeResult> results(
      CategoryTester tester, List<CategoryTester.Category> categories) {
    if (run.days().days() <= FEW_DAYS) {
      List<VolumeResult> results = new ArrayList<>();
      tester.test(categories.iterator()).forEachRemaining(results::add);
      return results;
    }
    int slices = run.context().defaultParallelism() * SLICES_OF_CORE;
    return run.context().parallelize(categories, slices).mapPartitions(tester::test).collect();
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
      Map<String, List<AreaCounts>> counts,
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

package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Families of which each row counts for one moment: they are counted by day, once for all periods,
 * and a period is the sum of its days. The days before a run are those of the run before, and the
 * days of a run are counted again. One instance a runner; single thread.
 */
final class MomentCounts {

  private final IndicatorComputation computation;
  private LocalDate from = LocalDate.MAX;
  private Map<Series, NavigableMap<Integer, double[]>> days;

  /** What is counted where. */
  private record Series(String indicator, String grid, boolean beside) {}

  MomentCounts(IndicatorComputation computation) {
    this.computation = computation;
  }

  /**
   * Counts what happened from a day until the end of a run.
   *
   * @param touched first day that may have changed since the run before
   */
  void count(LocalDate day, RunContext run, LocalDate touched) {
    // From the first day on everything may have changed, the areas among it.
    boolean holds =
        days != null
            && !day.isBefore(from)
            && touched.isAfter(run.city().firstDay())
            && touched.isAfter(from);
    Map<Series, NavigableMap<Integer, double[]>> counted = holds ? days : new HashMap<>();
    LocalDate begin = holds ? touched : day;
    // Until it is known that all came.
    days = null;
    int first = (int) begin.toEpochDay();
    counted.values().forEach(known -> known.tailMap(first, true).clear());
    // Of periods that are over for good nothing is asked any more.
    counted.values().forEach(known -> known.headMap((int) day.toEpochDay(), false).clear());
    read(run, begin).forEach((series, steps) -> add(counted, series, steps));
    from = day;
    days = counted;
  }

  /** The steps of the windows of one period by indicator id. */
  JavaPairRDD<String, GridStep> steps(RunContext run, Windows windows) {
    List<Tuple2<String, GridStep>> steps = new ArrayList<>();
    days.forEach(
        (series, counted) ->
            periods(windows, counted)
                .forEach(
                    (number, sum) -> {
                      steps.add(step(series, number, sum[0], sum[1]));
                      steps.add(step(series, number + 1, -sum[0], -sum[1]));
                    }));
    return run.context().parallelizePairs(steps, 1);
  }

  private static Map<Integer, double[]> periods(
      Windows windows, NavigableMap<Integer, double[]> counted) {
    Map<Integer, double[]> periods = new HashMap<>();
    int first = (int) windows.grain().start(windows.first()).toEpochDay();
    int end = (int) windows.grain().start(windows.end()).toEpochDay();
    counted
        .subMap(first, true, end, false)
        .forEach(
            (day, rate) -> {
              int number = windows.grain().number(LocalDate.ofEpochDay(day));
              double[] sum = periods.computeIfAbsent(number, any -> new double[2]);
              sum[0] += rate[0];
              sum[1] += rate[1];
            });
    return periods;
  }

  private static Tuple2<String, GridStep> step(
      Series series, int number, double numerator, double denominator) {
    RateStep step = new RateStep(1, number, numerator, denominator, series.beside());
    return new Tuple2<>(series.indicator(), new GridStep(series.grid(), step));
  }

  /** The steps of each day, by its number. */
  private Map<Series, NavigableMap<Integer, double[]>> read(RunContext run, LocalDate begin) {
    Map<String, String> values = new HashMap<>(computation.values(run, Windows.of(Grain.DAY, run)));
    values.put("first", String.valueOf(begin.toEpochDay()));
    values.put("spans", "toInt32(1)");
    List<String> texts =
        computation.queries(run).stream()
            .filter(CountingQuery::isOfMoments)
            .flatMap(query -> query.since(values, run.city().startOf(begin)).stream())
            .toList();
    Map<Series, NavigableMap<Integer, double[]>> steps = new HashMap<>();
    for (Tuple2<String, GridStep> told :
        new StepReader(run.store()).read(run.context(), texts).collect()) {
      RateStep step = told._2.step();
      double[] sum =
          steps
              .computeIfAbsent(
                  new Series(told._1, told._2.grid(), step.beside()), any -> new TreeMap<>())
              .computeIfAbsent(step.number(), any -> new double[2]);
      sum[0] += step.numerator();
      sum[1] += step.denominator();
    }
    return steps;
  }

  /** What counts on a day is the sum of the steps up to it. */
  private static void add(
      Map<Series, NavigableMap<Integer, double[]>> counted,
      Series series,
      NavigableMap<Integer, double[]> steps) {
    NavigableMap<Integer, double[]> days = counted.computeIfAbsent(series, any -> new TreeMap<>());
    double[] running = new double[2];
    int before = Integer.MIN_VALUE;
    for (Map.Entry<Integer, double[]> step : steps.entrySet()) {
      for (int day = before; day < step.getKey() && isSomething(running); day++) {
        days.put(day, running.clone());
      }
      running[0] += step.getValue()[0];
      running[1] += step.getValue()[1];
      before = step.getKey();
    }
    if (isSomething(running)) {
      days.put(before, running.clone());
    }
  }

  private static boolean isSomething(double[] rate) {
    return rate[0] != 0 || rate[1] != 0;
  }
}

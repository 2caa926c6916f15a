package city.chengmai.analytics.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * What large families counted for the windows of one grain until some day, kept from run to run, so
 * that a day more of a year reads what happened in the last weeks and not the year. Counted anew
 * when something before that day changed, and when the day is long ago: nothing is ever added to
 * what is kept, so that an error could not stay. One instance a runner; single thread.
 */
final class KeptCounts {

  /** Most corrections come earlier. */
  private static final int YOUNGEST_DAYS = 30;

  /** What is newer is read in every run. */
  private static final int OLDEST_DAYS = 60;

  private static final double NOTHING = 1e-9;

  private final IndicatorComputation computation;
  private LocalDate until = LocalDate.MIN;
  private int first;
  private List<Tuple2<String, GridStep>> kept = List.of();

  private record Key(String indicator, String grid, int span, int number, boolean beside) {}

  KeptCounts(IndicatorComputation computation) {
    this.computation = computation;
  }

  /**
   * The steps of a run's windows by indicator id; every window is counted from its beginning.
   *
   * @param touched first day that may have changed since the run before
   */
  JavaPairRDD<String, GridStep> steps(RunContext run, Windows windows, LocalDate touched) {
    LocalDate day = run.days().to().minusDays(YOUNGEST_DAYS);
    if (!windows.since(run.city()).isBefore(run.city().startOf(day))) {
      return computation.steps(run, windows, query -> !query.isOfMoments());
    }
    if (!holds(run, windows, touched)) {
      until = LocalDate.MIN;
      kept = known(run, windows, run.city().startOf(day));
      first = windows.first();
      until = day;
    }
    Instant moment = run.city().startOf(until);
    Map<String, String> values = computation.values(run, windows);
    List<String> texts =
        queries(run).stream().flatMap(q -> q.since(values, moment).stream()).toList();
    return new StepReader(run.store())
        .read(run.context(), texts)
        .union(run.context().parallelizePairs(merged(kept, windows.first(), windows.end()), 1));
  }

  private boolean holds(RunContext run, Windows windows, LocalDate touched) {
    // From the first day on everything may have changed, the areas among it.
    return !touched.isBefore(until)
        && touched.isAfter(run.city().firstDay())
        && first <= windows.first()
        && until.plusDays(OLDEST_DAYS).isAfter(run.days().to());
  }

  /** Of what counts for one moment days are kept, for all periods together. */
  private List<CountingQuery> queries(RunContext run) {
    return computation.queries(run).stream().filter(query -> !query.isOfMoments()).toList();
  }

  private List<Tuple2<String, GridStep>> known(RunContext run, Windows windows, Instant moment) {
    Map<String, String> values = computation.values(run, windows);
    int slices = computation.slices(run);
    List<String> texts =
        queries(run).stream()
            .flatMap(query -> query.known(values, slices, moment).stream())
            .toList();
    List<Tuple2<String, GridStep>> steps =
        new StepReader(run.store()).read(run.context(), texts).collect();
    return merged(steps, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** One step a place and window; what begins before the first window begins with it. */
  static List<Tuple2<String, GridStep>> merged(
      List<Tuple2<String, GridStep>> steps, int first, int end) {
    Map<Key, double[]> sums = new HashMap<>();
    for (Tuple2<String, GridStep> told : steps) {
      RateStep step = told._2.step();
      if (step.number() < end) {
        int number = Math.max(first, step.number());
        Key key = new Key(told._1, told._2.grid(), step.span(), number, step.beside());
        double[] sum = sums.computeIfAbsent(key, any -> new double[2]);
        sum[0] += step.numerator();
        sum[1] += step.denominator();
      }
    }
    List<Tuple2<String, GridStep>> merged = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (Math.abs(sum[0]) > NOTHING || Math.abs(sum[1]) > NOTHING) {
            RateStep step = new RateStep(key.span, key.number, sum[0], sum[1], key.beside);
            merged.add(new Tuple2<>(key.indicator, new GridStep(key.grid, step)));
          }
        });
    return merged;
  }
}

package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;

/**
 * Indicators over the calendar weeks, months, quarters and years that hold a day of a run. A period
 * is counted as a whole, never summed from days: a case that qualifies on two days of it counts
 * once, as in any window. What quarters and years counted until some weeks ago is kept from run to
 * run, and so are the times that closed cases took and the days of what counts for one moment. One
 * instance a runner; single thread.
 */
final class PeriodCounting {

  private final IndicatorComputation computation;
  private final Map<Grain, KeptCounts> counts = new EnumMap<>(Grain.class);
  private final MomentCounts moments;
  private final KeptClosings closings;

  PeriodCounting(IndicatorComputation computation) {
    this.computation = computation;
    this.moments = new MomentCounts(computation);
    this.closings = new KeptClosings(computation);
    // Weeks and months are hardly longer than what is read again anyway.
    counts.put(Grain.QUARTER, new KeptCounts(computation));
    counts.put(Grain.YEAR, new KeptCounts(computation));
  }

  /**
   * A row for every area, indicator and period, also where nothing was counted.
   *
   * @param touched first day that may have changed since the run before
   */
  JavaRDD<PeriodRow> rows(RunContext run, LocalDate touched) {
    List<Windows> all = Grain.PERIODS.stream().map(period -> Windows.of(period, run)).toList();
    Optional<ClosingTimes> times =
        computation.hasMedian()
            ? Optional.of(closings.since(firstDay(all), run, touched))
            : Optional.empty();
    if (computation.hasRates()) {
      moments.count(firstDay(all), run, touched);
    }
    JavaRDD<PeriodRow> rows = run.context().emptyRDD();
    for (Windows windows : all) {
      String period = windows.grain().key();
      if (computation.hasRates()) {
        JavaRDD<IndicatorRow> rates = rates(run, windows, touched);
        rows = rows.union(rates.map(row -> new PeriodRow(period, row)));
      }
      if (times.isPresent()) {
        JavaRDD<IndicatorRow> medians = computation.medians(run, windows, times.get());
        rows = rows.union(medians.map(row -> new PeriodRow(period, row)));
      }
    }
    return rows;
  }

  private JavaRDD<IndicatorRow> rates(RunContext run, Windows windows, LocalDate touched) {
    KeptCounts kept = counts.get(windows.grain());
    JavaPairRDD<String, GridStep> steps =
        kept == null
            ? computation.steps(run, windows, query -> !query.isOfMoments())
            : kept.steps(run, windows, touched);
    return computation.rates(run, windows, steps.union(moments.steps(run, windows)));
  }

  private static LocalDate firstDay(List<Windows> all) {
    return all.stream()
        .map(windows -> windows.grain().start(windows.first()))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }
}

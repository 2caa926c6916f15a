package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import org.apache.spark.api.java.JavaRDD;

/**
 * Computes every indicator of the catalogue for each area and calendar week, month, quarter and
 * year that holds a day of the run. A period is counted as a whole, never summed from days: a case
 * that qualifies on two days of it counts once, as in any window.
 */
final class PeriodJob implements Job {

  private final IndicatorComputation computation;

  PeriodJob(Catalogue catalogue) {
    this.computation = new IndicatorComputation(catalogue);
  }

  @Override
  public String name() {
    return "periods";
  }

  @Override
  public long run(RunContext run) {
    JavaRDD<PeriodRow> rows = run.context().emptyRDD();
    for (Grain period : Grain.PERIODS) {
      rows =
          rows.union(
              computation
                  .rows(run, Windows.of(period, run))
                  .map(row -> new PeriodRow(period.key(), row)));
    }
    return run.publisher().publish(run, PublishedTable.INDICATOR_PERIODS, rows);
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.catalogue.Catalogue;
import org.apache.spark.api.java.JavaRDD;

/**
 * Computes every indicator of the catalogue for each area and day, over the day and over the
 * trailing 30 days.
 */
final class IndicatorJob implements Job {

  private final IndicatorComputation computation;

  IndicatorJob(Catalogue catalogue) {
    this.computation = new IndicatorComputation(catalogue);
  }

  @Override
  public String name() {
    return "indicators";
  }

  @Override
  public long run(RunContext run) {
    JavaRDD<IndicatorRow> rows = computation.rows(run, Windows.of(Grain.DAY, run)).cache();
    try {
      return TableWriter.write(run.store(), "indicator_1d", rows.filter(row -> row.span() == 1))
          + TableWriter.write(
              run.store(), "indicator_30d", rows.filter(row -> row.span() == Grain.LONG_SPAN));
    } finally {
      rows.unpersist();
    }
  }
}

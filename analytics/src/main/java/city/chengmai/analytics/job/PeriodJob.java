package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;

/**
 * Computes every indicator of the catalogue for each area and calendar week, month, quarter and
 * year that holds a day of the run. One instance a runner.
 */
final class PeriodJob implements Job {

  private final PeriodCounting counting;

  PeriodJob(Catalogue catalogue) {
    this.counting = new PeriodCounting(IndicatorComputation.of(catalogue));
  }

  @Override
  public String name() {
    return "periods";
  }

  @Override
  public long run(RunContext run) {
    return run.publisher()
        .publish(run, PublishedTable.INDICATOR_PERIODS, counting.rows(run, run.days().from()));
  }
}

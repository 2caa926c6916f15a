package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import java.util.Set;

/**
 * Computes every indicator of the catalogue for each area and day, over the day and over the
 * trailing 30 days.
 */
final class IndicatorJob implements Job {

  private final IndicatorComputation computation;

  IndicatorJob(Catalogue catalogue) {
    this.computation = IndicatorComputation.of(catalogue);
  }

  @Override
  public String name() {
    return "indicators";
  }

  @Override
  public long run(RunContext run) {
    return run.publisher()
        .publish(
            run,
            Set.of(PublishedTable.INDICATOR_1D, PublishedTable.INDICATOR_30D),
            computation.rows(run, Windows.of(Grain.DAY, run)),
            row -> row.span() == 1 ? PublishedTable.INDICATOR_1D : PublishedTable.INDICATOR_30D);
  }
}

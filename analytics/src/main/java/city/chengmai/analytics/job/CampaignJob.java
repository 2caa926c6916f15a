package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * What the city set out to do (比学赶超): how far each benchmark is and when it is reached at this
 * pace, what each intervention changed, and which special periods are declared. All of it is small,
 * so it is computed anew in every run, over the whole period.
 */
final class CampaignJob implements Job {

  private final Function<LocalDate, CityPlans> plans;

  /** A job for the plans of the city whose first day is given. */
  CampaignJob(Function<LocalDate, CityPlans> plans) {
    this.plans = plans;
  }

  @Override
  public String name() {
    return "campaigns";
  }

  @Override
  public long run(RunContext run) {
    CityPlans declared = plans.apply(run.city().firstDay());
    try (ClickHouseClient client = run.store().client()) {
      SpecialPeriodRows.retire(client, declared.specialPeriods(), run.stamp());
      List<PlannedRow> periods = SpecialPeriodRows.of(declared.specialPeriods(), run.stamp());
      List<PlannedRow> gaps = new BenchmarkRows(run, client).of(declared.benchmarks());
      List<PlannedRow> effects = new InterventionRows(run, client).of(declared.interventions());
      return TableWriter.write(run.store(), "special_periods", periods.iterator())
          + TableWriter.write(run.store(), "benchmark_gaps", gaps.iterator())
          + TableWriter.write(run.store(), "intervention_effects", effects.iterator());
    }
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.ApprovedNumbers;
import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * The numbers of a city's rules: its own, those that were approved, and those of special periods.
 */
final class CityNumbers {

  private final AlertRules rules;
  private final Function<LocalDate, CityPlans> plans;

  /**
   * The numbers of a city.
   *
   * @param rules with the numbers that the city declares
   * @param plans of the city whose first day is given
   */
  CityNumbers(AlertRules rules, Function<LocalDate, CityPlans> plans) {
    this.rules = rules;
    this.plans = plans;
  }

  /** The numbers of the product, for a city without plans. */
  static CityNumbers bundled() {
    return new CityNumbers(AlertRules.bundled(), firstDay -> CityPlans.NONE);
  }

  /** All that holds for a rule, by area and day. */
  RuleNumbers of(RunContext run, AlertRule rule) {
    try (ClickHouseClient client = run.store().client()) {
      return new RuleNumbers(
          rule,
          plans.apply(run.city().firstDay()).specialPeriods(),
          ApprovedNumbers.read(client, run.city().zone(), rules),
          run.city().areas()::countedIn);
    }
  }

  /** The same without approvals: numbers that are only tried stand in their place. */
  RuleNumbers tried(RunContext run, AlertRule numbers) {
    return new RuleNumbers(
        numbers,
        plans.apply(run.city().firstDay()).specialPeriods(),
        List.of(),
        run.city().areas()::countedIn);
  }

  /** A rule as it holds in the city on the last day of a run, special periods apart. */
  AlertRule inForce(RunContext run, AlertRule rule) {
    try (ClickHouseClient client = run.store().client()) {
      return new RuleNumbers(
              rule,
              List.of(),
              ApprovedNumbers.read(client, run.city().zone(), rules),
              run.city().areas()::countedIn)
          .on(run.city().areas().root().id(), run.days().to().minusDays(1));
    }
  }
}

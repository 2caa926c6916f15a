package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.ApprovedNumbers;
import city.chengmai.analytics.job.rule.NumberDecision;
import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rule A02: hours, days and weeks in which a grid or the whole city reports far more of a category
 * than its past leads one to expect. Each is judged by earlier ones only; an alert that a late
 * correction takes the ground from is cleared.
 */
final class UnusualVolumeJob implements Job {

  private final AlertRule rule;
  private final Function<LocalDate, CityPlans> plans;
  private final Function<RunContext, List<NumberDecision>> approved;

  /** A job with the numbers of the product and what was approved in their place. */
  UnusualVolumeJob(AlertRule rule, Function<LocalDate, CityPlans> plans) {
    this(rule, AlertRules.bundled(), plans);
  }

  /** A job with the numbers of a city and what was approved in their place. */
  UnusualVolumeJob(AlertRule rule, AlertRules rules, Function<LocalDate, CityPlans> plans) {
    this(rule, plans, run -> approved(run, rules));
  }

  private UnusualVolumeJob(
      AlertRule rule,
      Function<LocalDate, CityPlans> plans,
      Function<RunContext, List<NumberDecision>> approved) {
    this.rule = rule;
    this.plans = plans;
    this.approved = approved;
  }

  /** A job with these very numbers, whatever was approved. */
  static UnusualVolumeJob unapproved(AlertRule rule, Function<LocalDate, CityPlans> plans) {
    return new UnusualVolumeJob(rule, plans, run -> List.of());
  }

  private static List<NumberDecision> approved(RunContext run, AlertRules rules) {
    try (ClickHouseClient client = run.store().client()) {
      return ApprovedNumbers.read(client, run.city().zone(), rules);
    }
  }

  @Override
  public String name() {
    return "unusual-volume";
  }

  @Override
  public long run(RunContext run) {
    VolumeNumbers numbers = numbers(run);
    VolumeTesting testing = new VolumeTesting(run, rule, numbers);
    List<VolumeTest> alerts = testing.alerts();
    VolumeEvidence evidence = VolumeEvidence.read(run, alerts);
    List<AlertRow> rows =
        alerts.stream()
            .map(alert -> VolumeAlert.row(run, numbers.of(alert), alert, evidence))
            .toList();
    List<AlertRow> grouped =
        new AlertGroups(run, rule, run.city().areas().root().id()).of(rows, run.days());
    Instant judged = run.city().startOf(testing.hours().from());
    AlertBook book =
        AlertBook.ending(run, rule.id(), run.days())
            .only(row -> !row.isHourly() || !row.periodStart().isBefore(judged));
    return new FindingStore(run, rule).write(book, grouped);
  }

  /** Ids of the alerts of the days of the run. */
  Set<String> findings(RunContext run) {
    return new VolumeTesting(run, rule, numbers(run))
        .alerts().stream().map(test -> VolumeAlert.id(rule, test)).collect(Collectors.toSet());
  }

  private VolumeNumbers numbers(RunContext run) {
    CityFrame city = run.city();
    RuleNumbers numbers =
        new RuleNumbers(
            rule,
            VolumeNumbers.checked(rule, plans.apply(city.firstDay()).specialPeriods()),
            approved.apply(run),
            city.areas()::countedIn);
    return new VolumeNumbers(
        rule, numbers, city.areas(), new DaySpan(city.firstDay(), city.endDay()));
  }
}

package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.NumberDecision;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.rule.AlertRule;
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
  private final Function<RunContext, List<NumberDecision>> decisions;

  /** By these numbers and those of special periods, whatever was approved. */
  UnusualVolumeJob(AlertRule rule, Function<LocalDate, CityPlans> plans) {
    this(rule, plans, run -> List.of());
  }

  /**
   * By the numbers that hold where and when.
   *
   * @param decisions approved thresholds
   */
  UnusualVolumeJob(
      AlertRule rule,
      Function<LocalDate, CityPlans> plans,
      Function<RunContext, List<NumberDecision>> decisions) {
    this.rule = rule;
    this.plans = plans;
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "unusual-volume";
  }

  @Override
  public long run(RunContext run) {
    SpecialRules special = special(run);
    VolumeTesting testing = new VolumeTesting(run, rule, special);
    List<VolumeTest> alerts = testing.alerts();
    VolumeEvidence evidence = VolumeEvidence.read(run, alerts);
    List<AlertRow> rows =
        alerts.stream()
            .map(alert -> VolumeAlert.row(run, special.of(alert), alert, evidence))
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
    return new VolumeTesting(run, rule, special(run))
        .alerts().stream().map(test -> VolumeAlert.id(rule, test)).collect(Collectors.toSet());
  }

  private SpecialRules special(RunContext run) {
    return new SpecialRules(
        rule,
        plans.apply(run.city().firstDay()).specialPeriods(),
        decisions.apply(run),
        run.city().areas(),
        run.days());
  }
}

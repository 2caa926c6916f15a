package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rule A02: hours, days and weeks in which a grid or the whole city reports far more of a category
 * than its past leads one to expect. Each is judged by earlier ones only; an alert that a late
 * correction takes the ground from is cleared. Keeps what its models learnt: one instance a runner.
 */
final class UnusualVolumeJob implements Job {

  private static final int WEEK = 7;

  private final AlertRule rule;
  private final CityNumbers numbers;
  private final LearntVolumes learnt = new LearntVolumes();

  /** A job with the numbers that hold in a city. */
  UnusualVolumeJob(AlertRule rule, CityNumbers numbers) {
    this.rule = rule;
    this.numbers = numbers;
  }

  /** A job with the numbers of the product. */
  UnusualVolumeJob(AlertRule rule, Function<LocalDate, CityPlans> plans) {
    this(rule, new CityNumbers(AlertRules.bundled(), plans));
  }

  @Override
  public String name() {
    return "unusual-volume";
  }

  @Override
  public long run(RunContext run) {
    VolumeNumbers holding = holding(run, rule, numbers.of(run, rule));
    VolumeTesting testing = new VolumeTesting(run, rule, holding, learnt);
    List<VolumeTest> alerts = testing.alerts();
    VolumeEvidence evidence = VolumeEvidence.read(run, alerts);
    List<AlertRow> rows =
        alerts.stream()
            .map(alert -> VolumeAlert.row(run, holding.of(alert), alert, evidence))
            .toList();
    Instant judged = run.city().startOf(testing.hours().from());
    Predicate<AlertRow> left = row -> row.isHourly() && row.periodStart().isBefore(judged);
    List<AlertRow> grouped =
        new AlertGroups(run, rule, run.city().areas().root().id()).of(rows, run.days(), left);
    AlertBook book = AlertBook.ending(run, rule.id(), run.days()).only(left.negate());
    return new FindingStore(run, rule).write(book, grouped);
  }

  /** Ids of what would be found in the days of a run with these numbers; writes nothing. */
  Set<String> findings(RunContext run, AlertRule tried) {
    VolumeNumbers holding = holding(run, tried, numbers.tried(run, tried));
    return new VolumeTesting(run, tried, holding, new LearntVolumes())
        .alerts().stream().map(test -> VolumeAlert.id(rule, test)).collect(Collectors.toSet());
  }

  private static VolumeNumbers holding(RunContext run, AlertRule rule, RuleNumbers numbers) {
    // A week that ends in the run, and one that it begins in.
    DaySpan judged = new DaySpan(run.days().from().minusDays(WEEK), run.days().to().plusDays(WEEK));
    return new VolumeNumbers(rule, numbers, run.city().areas(), judged);
  }
}

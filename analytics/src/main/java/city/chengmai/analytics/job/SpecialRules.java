package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.NumberDecision;
import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.VolumeRule;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A rule about volumes with the numbers that special periods (特殊时段) and approved thresholds put in
 * place of its own, by day and area. The bounds that a test was measured against stay those of the
 * ordinary rule, so that {@code alpha} may not change.
 */
final class SpecialRules {

  private static final String BOUND = "alpha";

  private final AlertRule rule;
  private final RuleNumbers numbers;
  private final Collection<AlertRule> versions;

  /**
   * A rule of a city.
   *
   * @param periods special periods of the city
   * @param decisions what was approved, of any rule
   * @param days that are judged
   */
  SpecialRules(
      AlertRule rule,
      List<SpecialPeriod> periods,
      List<NumberDecision> decisions,
      AreaForest areas,
      DaySpan days) {
    this.rule = rule;
    periods.forEach(this::check);
    List<NumberDecision> allowed =
        decisions.stream().filter(decision -> !isBound(decision.parameter())).toList();
    this.numbers = new RuleNumbers(rule, periods, allowed, areas::countedIn);
    List<String> all = areas.areas().stream().map(AreaNode::id).toList();
    this.versions = numbers.all(all, days.from(), days.to());
  }

  private void check(SpecialPeriod period) {
    for (String name : period.overrides(rule.id()).keySet()) {
      if (!rule.has(name) || isBound(name)) {
        throw new IllegalArgumentException(
            "special period "
                + period.id()
                + " sets "
                + rule.id()
                + "."
                + name
                + ", expected one of "
                + rule.parameters().keySet().stream()
                    .filter(known -> !isBound(known))
                    .sorted()
                    .toList());
      }
    }
  }

  /** The rule that holds for a test. */
  AlertRule of(VolumeTest test) {
    return numbers.on(test.area(), test.lastDay());
  }

  private static boolean isBound(String name) {
    return name.equals(BOUND) || name.startsWith(BOUND + ".");
  }

  /** A rule that keeps every test of a cadence which one of the rules may want. */
  VolumeRule loosest(Cadence cadence) {
    return versions.stream()
        .map(version -> VolumeRule.of(version, cadence))
        .reduce(VolumeRule.of(rule, cadence), SpecialRules::looser);
  }

  private static VolumeRule looser(VolumeRule one, VolumeRule other) {
    return new VolumeRule(
        one.alpha(),
        Math.max(one.falseDiscoveryRate(), other.falseDiscoveryRate()),
        Math.min(one.relativeFloor(), other.relativeFloor()),
        Math.min(one.absoluteFloor(), other.absoluteFloor()));
  }

  /**
   * The alerts among these tests of one cadence, strongest first: each judged among all tests of
   * its period, by the rule that holds for it.
   */
  List<VolumeTest> alerts(
      Cadence cadence, List<VolumeTest> kept, Map<LocalDateTime, Long> testsByPeriod) {
    List<VolumeTest> alerts = new ArrayList<>();
    for (AlertRule version : versions) {
      VolumeRule.of(version, cadence).alerts(kept, testsByPeriod).stream()
          .filter(test -> of(test).equals(version))
          .forEach(alerts::add);
    }
    alerts.sort(VolumeRule.ORDER);
    return alerts;
  }
}

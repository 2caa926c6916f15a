package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.VolumeRule;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of A02 as they hold for each test: by area and day, with what special periods and
 * approved decisions put in their place. The bounds that a test was measured against stay those of
 * the ordinary rule, so that nothing may change {@code alpha}.
 */
final class VolumeNumbers {

  private static final String BOUND = "alpha";

  private final AlertRule ordinary;
  private final RuleNumbers numbers;
  private final List<String> areas;
  private final DaySpan days;
  private final Set<AlertRule> versions;

  /**
   * Numbers of a rule.
   *
   * @param numbers by area and day
   * @param areas of the city
   * @param days that tests may end on
   * @throws IllegalArgumentException when {@code alpha} would change
   */
  VolumeNumbers(AlertRule rule, RuleNumbers numbers, AreaForest areas, DaySpan days) {
    this.ordinary = rule;
    this.numbers = numbers;
    this.areas = areas.areas().stream().map(AreaNode::id).toList();
    this.days = days;
    this.versions = numbers.all(this.areas, days.from(), days.to());
    versions.forEach(version -> check(rule, version));
  }

  private static void check(AlertRule rule, AlertRule version) {
    for (String name : rule.parameters().keySet()) {
      if (isBound(name) && version.parameter(name) != rule.parameter(name)) {
        throw new IllegalArgumentException(
            rule.id() + "." + name + " stays what tests were measured against");
      }
    }
  }

  private static boolean isBound(String name) {
    return name.equals(BOUND) || name.startsWith(BOUND + ".");
  }

  /** The rule that holds for a test. */
  AlertRule of(VolumeTest test) {
    return numbers.on(test.area(), test.lastDay());
  }

  /** The rule of each test of a cadence, to be sent along. */
  HoldingRules holding(Cadence cadence) {
    Map<HoldingRules.Key, VolumeRule> others = new HashMap<>();
    VolumeRule most = VolumeRule.of(ordinary, cadence);
    if (versions.size() > 1) {
      for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
        for (String area : areas) {
          VolumeRule one = VolumeRule.of(numbers.on(area, day), cadence);
          if (!one.equals(most)) {
            others.put(new HoldingRules.Key(area, day), one);
          }
        }
      }
    } else {
      most = VolumeRule.of(versions.iterator().next(), cadence);
    }
    return new HoldingRules(most, others);
  }

  /** A rule that keeps every test of a cadence which one of the rules may want. */
  VolumeRule loosest(Cadence cadence) {
    return versions.stream()
        .map(version -> VolumeRule.of(version, cadence))
        .reduce(VolumeNumbers::looser)
        .orElseThrow();
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

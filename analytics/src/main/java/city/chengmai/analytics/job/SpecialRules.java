package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.VolumeRule;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule with the numbers that special periods (特殊时段) put in place of its own, by day and area. The
 * bounds that a test was measured against stay those of the ordinary rule, so that a period may not
 * change {@code alpha}.
 */
final class SpecialRules {

  private static final String BOUND = "alpha";

  private final AlertRule rule;
  private final List<SpecialPeriod> periods;
  private final AreaForest areas;

  /** A rule and the periods of the city. */
  SpecialRules(AlertRule rule, List<SpecialPeriod> periods, AreaForest areas) {
    this.rule = rule;
    this.areas = areas;
    this.periods =
        periods.stream().filter(period -> !period.overrides(rule.id()).isEmpty()).toList();
    this.periods.forEach(this::check);
  }

  private void check(SpecialPeriod period) {
    for (String name : period.overrides(rule.id()).keySet()) {
      if (!rule.parameters().containsKey(name) || isBound(name)) {
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
    return period(test).map(this::within).orElse(rule);
  }

  private static boolean isBound(String name) {
    return name.equals(BOUND) || name.startsWith(BOUND + ".");
  }

  /** A rule that keeps every test of a cadence which one of the rules may want. */
  VolumeRule loosest(Cadence cadence) {
    return periods.stream()
        .map(period -> VolumeRule.of(within(period), cadence))
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
    VolumeRule.of(rule, cadence).alerts(kept, testsByPeriod).stream()
        .filter(test -> period(test).isEmpty())
        .forEach(alerts::add);
    for (SpecialPeriod period : periods) {
      List<VolumeTest> inside =
          kept.stream().filter(test -> period.holdsOn(test.lastDay())).toList();
      VolumeRule.of(within(period), cadence).alerts(inside, testsByPeriod).stream()
          .filter(test -> period(test).isPresent())
          .forEach(alerts::add);
    }
    alerts.sort(VolumeRule.ORDER);
    return alerts;
  }

  private AlertRule within(SpecialPeriod period) {
    return rule.with(period.overrides(rule.id()));
  }

  private Optional<SpecialPeriod> period(VolumeTest test) {
    return periods.stream()
        .filter(period -> period.holdsOn(test.lastDay()) && holdsIn(period, test.area()))
        .findFirst();
  }

  private boolean holdsIn(SpecialPeriod period, String area) {
    return period.areas().isEmpty()
        || Stream.concat(Stream.of(area), areas.countedIn(area).stream())
            .anyMatch(period.areas()::contains);
  }
}

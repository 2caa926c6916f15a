package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule with the numbers that hold in each area on each day of a run: its own, approved ones, and
 * those of special periods. Each version judges everything and keeps what lies where it holds.
 */
final class RuleByArea {

  private final RuleNumbers numbers;
  private final Set<AlertRule> versions;

  /** A rule by its numbers, and all versions that they give. */
  RuleByArea(RuleNumbers numbers, Set<AlertRule> versions) {
    this.numbers = numbers;
    this.versions = versions;
  }

  /** The rule in the areas of a city on some days. */
  static RuleByArea of(RunContext run, DaySpan days, AlertRule rule, CityNumbers numbers) {
    RuleNumbers holding = numbers.of(run, rule);
    List<String> areas = run.city().areas().areas().stream().map(AreaNode::id).toList();
    return new RuleByArea(holding, holding.all(areas, days.from(), days.to()));
  }

  /** The rule in an area on a day. */
  AlertRule on(String area, LocalDate day) {
    return numbers.on(area, day);
  }

  /** Every version of the rule that holds somewhere on one of the days. */
  Set<AlertRule> versions() {
    return versions;
  }

  /**
   * What the versions find where they hold.
   *
   * @param judge what a version finds anywhere
   * @param area that a finding belongs to
   * @param day that it belongs to, in the city's zone
   */
  <T> List<T> found(
      Function<AlertRule, List<T>> judge, Function<T, String> area, Function<T, LocalDate> day) {
    List<T> found = new ArrayList<>();
    for (AlertRule version : versions) {
      for (T one : judge.apply(version)) {
        if (on(area.apply(one), day.apply(one)).equals(version)) {
          found.add(one);
        }
      }
    }
    return found;
  }
}

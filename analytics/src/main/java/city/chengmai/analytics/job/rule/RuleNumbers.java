package city.chengmai.analytics.job.rule;

import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The numbers of one rule that hold in an area on a day: those of the rule, in their place what was
 * approved (the nearest area first, then the latest decision), and in place of both what a special
 * period (特殊时段) says. Immutable.
 */
public final class RuleNumbers {

  private final AlertRule rule;
  private final List<SpecialPeriod> periods;
  private final List<NumberDecision> decisions;
  private final Function<String, List<String>> above;

  /**
   * The numbers of a rule.
   *
   * @param rule with the numbers of the city
   * @param periods special periods of the city
   * @param decisions what was approved, of any rule
   * @param above an area and the areas above it, nearest first
   * @throws IllegalArgumentException when a special period sets a number that the rule does not
   *     have
   */
  public RuleNumbers(
      AlertRule rule,
      List<SpecialPeriod> periods,
      List<NumberDecision> decisions,
      Function<String, List<String>> above) {
    this.rule = rule;
    this.above = above;
    this.periods =
        periods.stream().filter(period -> !period.overrides(rule.id()).isEmpty()).toList();
    this.periods.forEach(this::check);
    this.decisions =
        decisions.stream()
            .filter(decision -> decision.rule().equals(rule.id()))
            .filter(decision -> rule.has(decision.parameter()))
            .sorted(Comparator.comparingInt(NumberDecision::order))
            .toList();
  }

  private void check(SpecialPeriod period) {
    for (String name : period.overrides(rule.id()).keySet()) {
      if (!rule.has(name)) {
        throw new IllegalArgumentException(
            "special period %s sets %s.%s, expected one of %s"
                .formatted(
                    period.id(), rule.id(), name, new TreeSet<>(rule.parameters().keySet())));
      }
    }
  }

  /** The rule with the numbers that hold in an area on a day. */
  public AlertRule on(String area, LocalDate day) {
    List<String> areas = new ArrayList<>(above.apply(area));
    areas.add("");
    Map<String, Double> numbers = new HashMap<>();
    for (int i = areas.size() - 1; i >= 0; i--) {
      String holder = areas.get(i);
      decisions.stream()
          .filter(decision -> decision.area().equals(holder) && decision.holdsOn(day))
          .forEach(decision -> numbers.put(decision.parameter(), decision.value()));
    }
    special(areas, day).ifPresent(period -> numbers.putAll(period.overrides(rule.id())));
    return numbers.isEmpty() ? rule : rule.with(numbers);
  }

  private Optional<SpecialPeriod> special(List<String> areas, LocalDate day) {
    return periods.stream()
        .filter(period -> period.holdsOn(day))
        .filter(
            period -> period.areas().isEmpty() || areas.stream().anyMatch(period.areas()::contains))
        .findFirst();
  }

  /** Every version of the rule that holds in one of these areas on a day since the first. */
  public Set<AlertRule> all(List<String> areas, LocalDate from, LocalDate end) {
    Set<LocalDate> turns = new TreeSet<>(Set.of(from));
    periods.forEach(period -> turns.addAll(List.of(period.from(), period.until())));
    decisions.forEach(decision -> turns.addAll(List.of(decision.from(), decision.until())));
    Set<AlertRule> versions = new LinkedHashSet<>();
    for (LocalDate day : turns) {
      if (!day.isBefore(from) && day.isBefore(end)) {
        areas.forEach(area -> versions.add(on(area, day)));
      }
    }
    return versions;
  }
}

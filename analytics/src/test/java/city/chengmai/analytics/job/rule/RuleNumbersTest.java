package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleNumbersTest {

  private static final AlertRule RULE = AlertRules.bundled().rule("A03");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
  private static final Map<String, List<String>> ABOVE =
      Map.of(
          "g1", List.of("g1", "sd1", "city"),
          "g2", List.of("g2", "sd2", "city"),
          "city", List.of("city"));

  @Test
  void withoutAnythingTheRuleHolds() {
    assertThat(numbers(List.of(), List.of()).on("g1", DAY)).isSameAs(RULE);
  }

  @Test
  void anApprovalHoldsFromItsDayUntilItIsTakenBack() {
    RuleNumbers numbers = numbers(List.of(), List.of(decision("", 5, DAY, DAY.plusDays(3), 1)));

    assertThat(numbers.on("g1", DAY.minusDays(1)).parameter("cases")).isEqualTo(3);
    assertThat(numbers.on("g1", DAY).parameter("cases")).isEqualTo(5);
    assertThat(numbers.on("city", DAY.plusDays(2)).parameter("cases")).isEqualTo(5);
    assertThat(numbers.on("g1", DAY.plusDays(3)).parameter("cases")).isEqualTo(3);
  }

  @Test
  void theNearestAreaCountsAndThenTheLatestDecision() {
    RuleNumbers numbers =
        numbers(
            List.of(),
            List.of(
                decision("", 8, DAY, LocalDate.MAX, 9),
                decision("sd1", 6, DAY, LocalDate.MAX, 3),
                decision("sd1", 4, DAY, LocalDate.MAX, 2)));

    assertThat(numbers.on("g1", DAY).parameter("cases")).isEqualTo(6);
    assertThat(numbers.on("g2", DAY).parameter("cases")).isEqualTo(8);
  }

  @Test
  void aSpecialPeriodStandsAboveApprovals() {
    RuleNumbers numbers =
        numbers(
            List.of(period(List.of("sd1"), Map.of("cases", 7.0))),
            List.of(decision("g1", 5, DAY, LocalDate.MAX, 1)));

    assertThat(numbers.on("g1", DAY).parameter("cases")).isEqualTo(7);
    assertThat(numbers.on("g1", DAY.plusDays(2)).parameter("cases")).isEqualTo(5);
    assertThat(numbers.on("g2", DAY).parameter("cases")).isEqualTo(3);
  }

  @Test
  void allTellsEveryVersionOnce() {
    RuleNumbers numbers =
        numbers(
            List.of(period(List.of(), Map.of("cases", 7.0))),
            List.of(decision("sd1", 5, DAY.plusDays(1), LocalDate.MAX, 1)));

    assertThat(numbers.all(List.of("g1", "g2"), DAY.minusDays(1), DAY.plusDays(9)))
        .extracting(rule -> rule.parameter("cases"))
        .containsExactlyInAnyOrder(3.0, 7.0, 5.0);
    assertThat(numbers.all(List.of("g1", "g2"), DAY.minusDays(1), DAY))
        .extracting(rule -> rule.parameter("cases"))
        .containsExactly(3.0);
  }

  @Test
  void aPeriodMaySetWhatTheRuleHas() {
    assertThatThrownBy(() -> numbers(List.of(period(List.of(), Map.of("cosas", 1.0))), List.of()))
        .hasMessageContaining("special period expo sets A03.cosas, expected one of [cases,");
  }

  private static NumberDecision decision(
      String area, double value, LocalDate from, LocalDate until, int order) {
    return new NumberDecision("A03", area, "cases", value, from, until, order);
  }

  private static SpecialPeriod period(List<String> areas, Map<String, Double> numbers) {
    LocalName name = new LocalName("会", "Expo");
    return new SpecialPeriod(
        "expo",
        name,
        DAY,
        DAY.plusDays(2),
        areas,
        name,
        DAY.minusDays(9),
        DAY.minusDays(7),
        Map.of("A03", numbers));
  }

  private static RuleNumbers numbers(List<SpecialPeriod> periods, List<NumberDecision> decisions) {
    return new RuleNumbers(RULE, periods, decisions, ABOVE::get);
  }
}

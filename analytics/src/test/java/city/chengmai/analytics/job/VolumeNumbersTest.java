package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.analytics.job.rule.NumberDecision;
import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.VolumeRule;
import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumeNumbersTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final LocalName NAME = new LocalName("名", "name");
  private static final AlertRule RULE = AlertRules.bundled().rule("A02");
  private static final AreaForest AREAS =
      new AreaForest(
          List.of(
              area("city", "", "city"),
              area("sd", "city", "sub-district"),
              area("g1", "sd", "grid"),
              area("g2", "city", "grid")));

  private static AreaNode area(String id, String parent, String level) {
    return new AreaNode(id, parent, level, "street-front", false, 0, 0, 1, "");
  }

  private static SpecialPeriod period(Map<String, Double> numbers) {
    return new SpecialPeriod(
        "expo",
        NAME,
        DAY,
        DAY.plusDays(5),
        List.of("sd"),
        NAME,
        DAY.minusDays(5),
        DAY,
        Map.of("A02", numbers));
  }

  /**
   * 13 where 10 are expected, as unlikely as can be: below the ordinary floor of half as many more.
   */
  private static VolumeTest test(String area, LocalDate day) {
    return of(area, day, 13);
  }

  private static VolumeTest of(String area, LocalDate day, long observed) {
    return new VolumeTest(
        area, "c", Cadence.DAY, day.atStartOfDay(), 1, observed, 10, 3, 12, -9, false);
  }

  @Test
  void theNumbersOfAPeriodHoldInsideItsDaysAndAreasOnly() {
    VolumeNumbers rules =
        numbers(List.of(period(Map.of("relative-floor", 1.2, "absolute-floor", 3.0))), List.of());
    List<VolumeTest> tests =
        List.of(
            test("g1", DAY),
            test("g2", DAY),
            test("g1", DAY.minusDays(1)),
            test("g1", DAY.plusDays(5)));
    Map<LocalDateTime, Long> counts =
        Map.of(
            DAY.atStartOfDay(), 4L,
            DAY.minusDays(1).atStartOfDay(), 4L,
            DAY.plusDays(5).atStartOfDay(), 4L);
    assertThat(rules.alerts(Cadence.DAY, tests, counts)).containsExactly(test("g1", DAY));
    assertThat(rules.of(test("g1", DAY)).parameter("relative-floor")).isEqualTo(1.2);
    assertThat(rules.of(test("g2", DAY))).isEqualTo(RULE);
  }

  @Test
  void eachTestIsSentTheRuleThatHoldsForIt() {
    VolumeNumbers rules = numbers(List.of(period(Map.of("relative-floor", 1.2))), List.of());
    HoldingRules holding = rules.holding(Cadence.DAY);
    assertThat(holding.of("g1", DAY).relativeFloor()).isEqualTo(1.2);
    assertThat(holding.of("g2", DAY)).isEqualTo(VolumeRule.of(RULE, Cadence.DAY));
    assertThat(holding.of("g1", DAY.plusDays(5))).isEqualTo(VolumeRule.of(RULE, Cadence.DAY));
    assertThat(rules.loosest(Cadence.DAY).relativeFloor()).isEqualTo(1.2);
  }

  @Test
  void withoutAPeriodTheRuleIsTheOrdinaryOne() {
    VolumeNumbers rules = numbers(List.of(), List.of());
    VolumeTest strong = of("g1", DAY, 30);
    List<VolumeTest> both = List.of(test("g1", DAY), strong);
    assertThat(rules.alerts(Cadence.DAY, both, Map.of(DAY.atStartOfDay(), 2L)))
        .containsExactly(strong);
  }

  @Test
  void aPeriodMaySetOnlyNumbersThatTheRuleKnows() {
    assertThatThrownBy(() -> numbers(List.of(period(Map.of("floor", 1.0))), List.of()))
        .hasMessageContaining("special period expo sets A02.floor, expected one of");
    assertThatThrownBy(() -> numbers(List.of(period(Map.of("alpha", 0.1))), List.of()))
        .hasMessageContaining("A02.alpha");
    assertThatThrownBy(() -> numbers(List.of(period(Map.of("alpha.hour", 0.1))), List.of()))
        .hasMessageContaining("A02.alpha.hour");
  }

  @Test
  void whatWasApprovedForAnAreaHoldsThereFromTheDayAfter() {
    NumberDecision decision =
        new NumberDecision("A02", "sd", "relative-floor", 1.2, DAY, LocalDate.MAX, 1);
    NumberDecision floor =
        new NumberDecision("A02", "", "absolute-floor", 3, DAY, LocalDate.MAX, 2);
    VolumeNumbers rules = numbers(List.of(), List.of(decision, floor));
    List<VolumeTest> tests =
        List.of(test("g1", DAY), test("g2", DAY), test("g1", DAY.minusDays(1)));
    Map<LocalDateTime, Long> counts =
        Map.of(DAY.atStartOfDay(), 4L, DAY.minusDays(1).atStartOfDay(), 4L);
    assertThat(rules.alerts(Cadence.DAY, tests, counts)).containsExactly(test("g1", DAY));
  }

  @Test
  void whatTestsWereMeasuredAgainstIsNeverApprovedAway() {
    NumberDecision decision = new NumberDecision("A02", "", "alpha", 0.1, DAY, LocalDate.MAX, 1);
    assertThatThrownBy(() -> numbers(List.of(), List.of(decision)))
        .hasMessageContaining("A02.alpha");
  }

  private static VolumeNumbers numbers(
      List<SpecialPeriod> periods, List<NumberDecision> decisions) {
    return new VolumeNumbers(
        RULE,
        new RuleNumbers(RULE, periods, decisions, AREAS::countedIn),
        AREAS,
        new DaySpan(DAY.minusDays(30), DAY.plusDays(30)));
  }
}

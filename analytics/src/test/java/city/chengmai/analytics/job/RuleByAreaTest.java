package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.NumberDecision;
import city.chengmai.analytics.job.rule.RuleNumbers;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleByAreaTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final AlertRule RULE = AlertRules.bundled().rule("A18");

  /** A day without rounds. */
  private record Gap(String area, LocalDate day, double days) {}

  private static List<Gap> judge(AlertRule version) {
    return Stream.of("g1", "g2")
        .flatMap(area -> Stream.of(DAY.minusDays(1), DAY).map(day -> gap(version, area, day)))
        .toList();
  }

  private static Gap gap(AlertRule version, String area, LocalDate day) {
    return new Gap(area, day, version.parameter("days"));
  }

  @Test
  void eachAreaAndDayIsJudgedByTheNumbersThatHoldThere() {
    NumberDecision decision = new NumberDecision("A18", "g1", "days", 9, DAY, LocalDate.MAX, 1);
    RuleNumbers numbers = new RuleNumbers(RULE, List.of(), List.of(decision), List::of);
    RuleByArea holding =
        new RuleByArea(
            numbers, numbers.all(List.of("g1", "g2"), DAY.minusDays(1), DAY.plusDays(1)));
    double usual = RULE.parameter("days");
    assertThat(holding.found(RuleByAreaTest::judge, Gap::area, Gap::day))
        .containsExactlyInAnyOrder(
            new Gap("g1", DAY.minusDays(1), usual),
            new Gap("g2", DAY.minusDays(1), usual),
            new Gap("g2", DAY, usual),
            new Gap("g1", DAY, 9));
  }
}

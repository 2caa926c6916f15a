package city.chengmai.datasets.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.catalogue.LocalName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

  private static final LocalName NAME = new LocalName("名", "name");

  @Test
  void theCatalogueIsComplete() {
    assertThat(AlertRules.bundled().rules())
        .extracting(AlertRule::id)
        .contains(
            "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12",
            "A13", "A14", "A15", "A16", "A17", "A18", "A19", "A20");
  }

  @Test
  void aRuleTellsItsWordsBoundsAndFeeds() {
    AlertRule rule = AlertRules.bundled().rule("A04");

    assertThat(rule.words()).containsEntry("metrics", List.of("sound-level"));
    assertThat(rule.bounds()).containsEntry("readings", new AlertRule.Bound(1, 8));
    assertThat(rule.dependsOn()).containsExactly("hotline", "device");
    assertThat(AlertRules.bundled().rule("A01").bounds()).isEmpty();
  }

  @Test
  void shippedNumbersLieWithinTheirBounds() {
    AlertRule rule = rule(Map.of("cases", new AlertRule.Bound(1, 2)));

    assertThatThrownBy(rule::checkBounds)
        .hasMessageContaining("rule X has bounds")
        .hasMessageContaining("for cases, which is 3.0");
  }

  @Test
  void bothEndsAreWithin() {
    AlertRule.Bound bounds = new AlertRule.Bound(2, 4);

    assertThat(bounds.holds(2) && bounds.holds(4)).isTrue();
    assertThat(bounds.holds(1.999) || bounds.holds(4.001)).isFalse();
  }

  private static AlertRule rule(Map<String, AlertRule.Bound> bounds) {
    return new AlertRule("X", NAME, NAME, "query", 1, Map.of("cases", 3.0), bounds, null, null);
  }

  @Test
  void betweenWholeBoundsOnlyWholeNumbersAreTried() {
    assertThat(new AlertRule.Bound(2, 4).values(10)).containsExactly(2.0, 3.0, 4.0);
    assertThat(new AlertRule.Bound(3, 23).values(10)).hasSize(11).contains(5.0, 21.0);
    assertThat(new AlertRule.Bound(1.2, 3.2).values(10)).hasSize(11).contains(1.4, 2.0, 3.0);
  }
}

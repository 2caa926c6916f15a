package city.chengmai.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.rule.AlertRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void bundledCatalogueHoldsTheFirstDozen() {
    assertThat(Catalogue.bundled().indicators())
        .extracting(Indicator::id)
        .containsExactly(
            "M01", "M02", "M03", "M04", "M05", "S01", "S02", "S03", "S04", "O01", "O03", "O04");
  }

  @Test
  void twoIndicatorsWithOneNameAreRefused_d10() {
    Indicator one = Catalogue.bundled().indicator("M03");
    Indicator other =
        new Indicator(
            "M99",
            one.name(),
            one.unit(),
            one.direction(),
            1,
            10,
            one.dimension(),
            Set.of("S"),
            one.numerator(),
            one.denominator(),
            null,
            "test");

    assertThatThrownBy(() -> new Catalogue(List.of(one, other)))
        .hasMessageContaining("M99")
        .hasMessageContaining("name");
  }

  @Test
  void weightsThatDoNotAddToOneAreRefused_d2() {
    Curve curve = new Curve(0, 100, Curve.Shape.LINEAR, 1);

    assertThatThrownBy(
            () ->
                new ScoredDimension(
                    Dimension.MANAGEMENT, 1, List.of(new ScoredIndicator("M04", 0.7, curve))))
        .hasMessageContaining("must add to 1");
  }

  @Test
  void curveAgainstTheDirectionIsRefused_d3() {
    Curve upsideDown = new Curve(100, 0, Curve.Shape.LINEAR, 1);
    ScoringScheme scheme =
        new ScoringScheme(
            1,
            0.6,
            new ScoringScheme.Comparison(5, 1000),
            List.of(new ScoringScheme.Grade("E", 0)),
            List.of(
                new ScoredDimension(
                    Dimension.MANAGEMENT, 1, List.of(new ScoredIndicator("M04", 1, upsideDown)))));

    assertThatThrownBy(() -> scheme.requireFits(Catalogue.bundled())).hasMessageContaining("M04");
  }

  @Test
  void bundledSchemeFitsTheCatalogueAndGradesByCuts() {
    ScoringScheme scheme = ScoringScheme.bundled();

    assertThat(List.of(scheme.gradeOf(95), scheme.gradeOf(90), scheme.gradeOf(89.99)))
        .containsExactly("A", "A", "B");
    assertThat(scheme.gradeOf(0)).isEqualTo("E");
  }

  @Test
  void bundledRulesHaveTheirParameters() {
    assertThat(AlertRules.bundled().rule("A02").parameter("absolute-floor")).isPositive();
    assertThatThrownBy(() -> AlertRules.bundled().rule("A02").parameter("nothing"))
        .hasMessageContaining("A02");
  }
}

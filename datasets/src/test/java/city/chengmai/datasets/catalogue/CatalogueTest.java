package city.chengmai.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.rule.AlertRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void bundledCatalogueHoldsAllThirtyFive() {
    List<String> expected = new ArrayList<>();
    IntStream.rangeClosed(1, 11).forEach(i -> expected.add("M%02d".formatted(i)));
    IntStream.rangeClosed(1, 12).forEach(i -> expected.add("S%02d".formatted(i)));
    IntStream.rangeClosed(1, 12).forEach(i -> expected.add("O%02d".formatted(i)));

    assertThat(Catalogue.bundled().indicators())
        .extracting(Indicator::id)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void bundledSchemeScoresEveryIndicatorThatHasADirection() {
    List<String> directed =
        Catalogue.bundled().indicators().stream()
            .filter(indicator -> indicator.direction() != Direction.CONTEXT)
            .map(Indicator::id)
            .toList();

    assertThat(ScoringScheme.bundled().dimensions().stream().flatMap(d -> d.indicators().stream()))
        .extracting(ScoredIndicator::indicator)
        .containsExactlyElementsOf(directed);
  }

  @Test
  void parametersArePartOfTheDefinition() {
    Indicator solved = Catalogue.bundled().indicator("S12");

    assertThat(solved.parameter("minutes")).isEqualTo(5);
    assertThatThrownBy(() -> solved.parameter("hours")).hasMessageContaining("S12");
  }

  @Test
  void siteGridsHaveTheIndicatorsOfSites() {
    Catalogue catalogue = Catalogue.bundled();

    assertThat(catalogue.indicator("S06").appliesToOverlays()).isTrue();
    assertThat(catalogue.indicator("S02").appliesToOverlays()).isFalse();
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
            "test",
            Map.of(),
            0,
            false);

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

package city.chengmai.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FurtherDefinitionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  @Test
  void timeToCloseHasADefinitionInWorkingTime() {
    FurtherDefinition working = FurtherDefinitions.bundled().of("O03").get(0);

    Indicator indicator = working.in(CATALOGUE);

    assertThat(indicator.version()).isEqualTo(2);
    assertThat(indicator.parameter("workingTime")).isEqualTo(1);
    assertThat(CATALOGUE.indicator("O03").parameter("workingTime")).isZero();
    assertThat(indicator.smallestSample()).isEqualTo(CATALOGUE.indicator("O03").smallestSample());
    assertThat(working.holdsOn(DAY)).isTrue();
    assertThat(FurtherDefinitions.bundled().of("M01")).isEmpty();
  }

  @Test
  void daysAreHalfOpen() {
    FurtherDefinition definition = of("S12", 2, DAY, DAY.plusDays(2), Map.of("minutes", 10.0));

    assertThat(definition.holdsOn(DAY.minusDays(1))).isFalse();
    assertThat(definition.holdsOn(DAY)).isTrue();
    assertThat(definition.holdsOn(DAY.plusDays(1))).isTrue();
    assertThat(definition.holdsOn(DAY.plusDays(2))).isFalse();
    assertThatThrownBy(() -> of("S12", 2, DAY, DAY, Map.of("minutes", 10.0)))
        .hasMessageContaining("S12")
        .hasMessageContaining("until");
  }

  @Test
  void whatNoFormulaCanComputeIsRefused() {
    Map<String, Double> ten = Map.of("minutes", 10.0);
    refused(of("X99", 2, DAY, null, ten), "X99", "not in the catalogue");
    refused(of("S12", 1, DAY, null, ten), "S12", "version 1");
    refused(of("S12", 2, DAY, null, Map.of("hours", 1.0)), "hours", "minutes");
    refused(of("S12", 2, DAY, null, Map.of("minutes", 5.0)), "S12", "nothing");
    assertThatThrownBy(() -> of("S12", 2, DAY, null, Map.of())).hasMessageContaining("S12");
    FurtherDefinition one = of("S12", 2, DAY, null, ten);
    assertThatThrownBy(() -> new FurtherDefinitions(List.of(one, one)))
        .hasMessageContaining("stands twice");
  }

  private static void refused(FurtherDefinition definition, String first, String second) {
    assertThatThrownBy(() -> definition.in(CATALOGUE))
        .hasMessageContaining(first)
        .hasMessageContaining(second);
  }

  private static FurtherDefinition of(
      String id, int version, LocalDate from, LocalDate until, Map<String, Double> parameters) {
    LocalName word = new LocalName("甲", "a");
    return new FurtherDefinition(
        id, version, from, until, parameters, word, word, word, word, "test");
  }
}

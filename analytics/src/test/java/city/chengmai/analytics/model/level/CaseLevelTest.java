package city.chengmai.analytics.model.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.conference.LevelRules;
import city.chengmai.datasets.conference.LevelRules.Rule;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseLevelTest {

  private final Map<String, Double> measures = new HashMap<>();

  CaseLevelTest() {
    LevelRules.MEASURES.forEach(name -> measures.put(name, 0.0));
  }

  @Test
  void nothingLiftsAQuietCase() {
    assertThat(classified("simple")).isEqualTo(classified(""));
    assertThat(classified("simple").level()).isEqualTo("simple");
    assertThat(classified("simple").reasons()).isEmpty();
    assertThat(classified("simple").meeting()).isEmpty();
  }

  @Test
  void aRuleNeverLowers() {
    measures.put("returns", 1.0);
    assertThat(classified("difficult").level()).isEqualTo("difficult");
    assertThat(classified("difficult").reasons()).isEmpty();
    assertThat(classified("difficult").meeting()).isEqualTo("levels");
  }

  @Test
  void eachMeasureLiftsFromItsNumberOn() {
    measures.put("limit-share", 0.9);
    assertThat(classified("simple").level()).isEqualTo("simple");
    measures.put("limit-share", 1.0);
    assertThat(classified("simple").level()).isEqualTo("comprehensive");
    measures.put("limit-share", 3.0);
    assertThat(classified("simple").level()).isEqualTo("difficult");
    assertThat(classified("simple").reasons()).containsExactly("limit-share 3");
    assertThat(classified("simple").crosses()).containsExactly("level");
    assertThat(classified("comprehensive").crosses()).isEmpty();
  }

  @Test
  void theSecondUnitIsTheSignOfDepartmentsAndAnotherGridThatOfAreas() {
    measures.put("grids", 2.0);
    assertThat(classified("simple").meeting()).isEqualTo("areas");
    measures.put("handovers", 1.0);
    CaseLevel both = classified("simple");
    assertThat(both.crosses()).containsExactly("department", "area");
    assertThat(both.meeting()).isEqualTo("departments");
    assertThat(both.reasons()).containsExactly("handovers 1", "grids 2");
  }

  @Test
  void aRuleOfAnUnknownNameIsRefused() {
    assertThatThrownBy(() -> new Rule("colour", 1, "difficult")).hasMessageContaining("colour");
    assertThatThrownBy(() -> new Rule("returns", 1, "hopeless")).hasMessageContaining("hopeless");
  }

  private CaseLevel classified(String told) {
    return CaseLevel.of(told, measures, LevelRules.bundled().rules());
  }
}

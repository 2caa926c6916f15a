package city.chengmai.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileRulesTest {

  private final FileRules rules = FileRules.bundled();

  @Test
  void everyKindOfFileHasItsRule() {
    assertThat(rules.files())
        .extracting(FileRule::kind)
        .containsExactly("enterprise", "building", "grid");
    assertThat(rules.of("enterprise").mandatory()).contains("trade", "status");
  }

  @Test
  void pagesAndIndicatorsHoldFilesToTheSameStandard() {
    Indicator fresh = Catalogue.bundled().indicator("O07");
    for (String kind : List.of("enterprise", "building")) {
      assertThat((double) rules.of(kind).refreshDays()).isEqualTo(fresh.parameter(kind));
      assertThat(rules.of(kind).mandatory()).as("counted by O08").hasSize(5);
    }
  }

  @Test
  void aBlankValueIsMissing() {
    FileRule rule =
        new FileRule(
            "enterprise",
            90,
            List.of(
                new FileField("name", "text", true),
                new FileField("trade", "word", true),
                new FileField("country", "word", false)));
    assertThat(rule.missing(Map.of("name", "A", "trade", " "))).containsExactly("trade");
  }

  @Test
  void anUnknownKindIsNamed() {
    assertThatThrownBy(() -> rules.of("vehicle")).hasMessage("no file rule for kind vehicle");
  }

  @Test
  void aRuleNeedsAMandatoryField() {
    List<FileField> fields = List.of(new FileField("name", "text", false));
    assertThatThrownBy(() -> new FileRule("site", 30, fields))
        .hasMessage("file site has no mandatory field");
  }

  @Test
  void numbersHaveABoundAndWordsHaveNone() {
    assertThat(rules.of("building").field("letArea").orElseThrow().bound()).isEqualTo(0.2);
    assertThat(rules.of("building").field("grade").orElseThrow().bound()).isNull();
    assertThat(rules.of("building").field("colour")).isEmpty();
    assertThatThrownBy(() -> new FileField("grade", "word", true, 0.2))
        .hasMessageContaining("bound of file field grade is 0.2 of kind word");
  }
}

package city.chengmai.dashboard.page.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionsTest {

  private static final Figures ENGLISH = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));
  private static final List<String> NONE = List.of();

  private boolean answers = true;
  private final Sections sections = new Sections(ENGLISH, () -> answers);

  @Test
  void aRefusedQuestionIsUnknownInWords() {
    Map<Integer, String> words =
        Map.of(
            60, "switched off",
            497, "lacks a right",
            159, "took longer",
            1_002, "(code 1002)");
    words.forEach(
        (code, said) -> {
          Sections one = new Sections(ENGLISH, () -> true);
          assertThat(one.ask("statements", () -> refused(code), NONE)).isEmpty();
          assertThat(one.unknown().get("statements").get(0).words()).contains(said);
          assertThat(one.unknown().get("statements").get(0).detail()).isEqualTo("query refused");
          assertThat(one.unknown().get("jobs")).isEmpty();
        });
    StoreException late = new StoreException(ErrorCategory.STORE_UNAVAILABLE, "no answer in time");
    assertThat(
            sections.ask(
                "jobs",
                () -> {
                  throw late;
                },
                NONE))
        .isEmpty();
    assertThat(sections.unknown().get("jobs").get(0).words()).contains("no answer");
    assertThat(sections.ask("tables", () -> List.of("cases"), NONE)).containsExactly("cases");
  }

  @Test
  void withoutTheStoreNoSectionIsAsked() {
    answers = false;
    assertThatThrownBy(() -> sections.ask("jobs", () -> refused(60), NONE))
        .isInstanceOf(StoreException.class);
  }

  private static List<String> refused(int code) {
    throw StoreException.ofClickHouse(code, "query refused\nStack trace");
  }
}

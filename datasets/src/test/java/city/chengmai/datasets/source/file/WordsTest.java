package city.chengmai.datasets.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mayor's 24 Hour Hotline | mayors-24-hour-hotline",
        "Parks & Recreation      | parks-recreation",
        "Work w/out Permit       | work-w-out-permit",
        "(Internal)              | internal",
        "IDLING                  | idling",
        "市容 环境                | 市容-环境",
        "&&&                     | ''"
      })
  void slugsAreReadable(String text, String slug) {
    assertThat(Words.slug(text)).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0130\u0316", "a'\u0301", "\u0130\u0316'\u0301"})
  void aSlugWithMarksIsComposed(String text) {
    String slug = Words.slug(text);

    assertThat(Words.slug(slug)).isEqualTo(slug);
    assertThat(Normalizer.isNormalized(slug, Normalizer.Form.NFKC)).isTrue();
  }

  @Property(tries = 20_000)
  void aSlugOfASlugIsTheSame(@ForAll String text) {
    String slug = Words.slug(text);

    assertThat(Words.slug(slug)).isEqualTo(slug);
    assertThat(slug).doesNotContain("/").doesNotStartWith("-").doesNotEndWith("-");
  }
}

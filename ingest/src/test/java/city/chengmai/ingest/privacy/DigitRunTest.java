package city.chengmai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitRunTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13800001111 | 11",
        "+86 138-0000-1111 | 13",
        "１３８ ００００ １１１１ | 11",
        "(617) 555-0123 | 10",
        "021·63210000 | 11",
        "110101 19900307 123X | 17",
        "2026-01-02T03:04:05Z | 8",
        "C20260102-01-003-2 | 14",
        "7号楼12层3室 | 2",
        "no digits | 0"
      })
  void countsDigitsThatStandTogether(String text, int longest) {
    assertThat(DigitRun.longest(text)).isEqualTo(longest);
  }

  @Test
  void whatStandsApartIsNoNumber() {
    assertThat(DigitRun.longest("1380 / 0001111")).isEqualTo(7);
    assertThat(FreeText.mask("1380 / 0001111")).isEqualTo("1380 / 0001111");
    assertThat(FreeText.mask("(617) 555-0123")).doesNotContain("0123");
    assertThat(FreeText.mask("Tel 6321 0000")).doesNotContain("0000");
  }
}

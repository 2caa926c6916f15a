package city.chengmai.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines end between words and beside Chinese characters, and not within a number. */
class LineBreaksTest {

  private static List<String> parts(String text) {
    LineBreaks breaks = new LineBreaks();
    breaks.setText(text);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int place = breaks.next(); place != BreakIterator.DONE; place = breaks.next()) {
      parts.add(text.substring(from, place));
      from = place;
    }
    assertThat(from).as("the end is a place").isEqualTo(text.length());
    return parts;
  }

  @Test
  void aNumberIsNotTornApart() {
    assertThat(parts("rate \u22123.0; time +13.5"))
        .containsExactly("rate ", "\u22123.0; ", "time ", "+13.5");
    assertThat(parts("1,000.25 of 2.5")).containsExactly("1,000.25 ", "of ", "2.5");
  }

  @Test
  void aDayAndATimeAreNotTornApart() {
    assertThat(parts("last 2026-10-30 11:28")).containsExactly("last ", "2026-10-30 ", "11:28");
  }

  @Test
  void wordsAndChineseBreakAsEver() {
    assertThat(parts("street-front grid")).containsExactly("street-", "front ", "grid");
    assertThat(parts("\u7f51\u683c2\u4ef6")).hasSizeGreaterThan(2);
  }
}

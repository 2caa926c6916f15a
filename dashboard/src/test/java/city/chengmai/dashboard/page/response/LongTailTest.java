package city.chengmai.dashboard.page.response;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.query.ResponseQueries.CategoryRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongTailTest {

  /** 60 and 25 of 100 are four fifths and more; pets, waste and racks are the tail. */
  @Test
  void theTailBeginsAfterFourFifthsOfTheCases() {
    LongTail tail =
        LongTail.of(
            List.of(
                row("parking", 60),
                row("noise", 25),
                row("pets", 8),
                row("waste", 6),
                row("racks", 1)));
    assertThat(tail.cases()).isEqualTo(100);
    assertThat(tail.head()).isEqualTo(2);
    assertThat(tail.tail())
        .extracting(CategoryRow::categoryId)
        .containsExactly("pets", "waste", "racks");
    assertThat(tail.tailCases()).isEqualTo(15);
  }

  @Test
  void exactlyFourFifthsNeedNoMore() {
    assertThat(LongTail.of(List.of(row("a", 80), row("b", 20))).head()).isEqualTo(1);
    assertThat(LongTail.of(List.of(row("a", 5))).tail()).isEmpty();
    assertThat(LongTail.of(List.of()).tail()).isEmpty();
  }

  private static CategoryRow row(String category, long cases) {
    return new CategoryRow(category, cases, 0, 0, 0, null);
  }
}

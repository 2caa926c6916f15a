package city.chengmai.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.page.SmallCells.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCellsTest {

  private static final int LARGEST = 12;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 12 9 7 2     | 12 9 – <5",
        "5 | 12 9 7 3 2   | 12 9 7 <5 <5",
        "5 | 12 9 7 1 1   | 12 9 – <5 <5",
        "5 | 12 9 7 4 4   | 12 9 – <5 <5",
        "5 | 12 5 5 1     | – – – <5",
        "5 | 12 0 0 9     | 12 0 0 9",
        "5 | 2 0 0        | – – –",
        "5 | 5 5          | 5 5",
        "0 | 1 2 0        | 1 2 0",
        "3 | 9 9 1        | – 9 <3"
      })
  void aSmallCountIsNotToldAndNotLeftOver(int least, String counts, String told) {
    SmallCells rule = new SmallCells(least);
    List<Long> given = List.of(counts.split(" ", -1)).stream().map(Long::valueOf).toList();
    List<Cell> cells = rule.of(given);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      seen.add(cells.get(i) == Cell.TOLD ? "" + given.get(i) : rule.sign(cells.get(i)));
    }
    assertThat(String.join(" ", seen)).isEqualTo(told);
  }

  /** Tries all numbers that whoever knows the rule and the total could think of. */
  @Test
  void nobodyWhoKnowsTheTotalFindsASmallCount() {
    Random random = new Random(20261123);
    int hidden = 0;
    for (int round = 0; round < 2_000; round++) {
      SmallCells rule = new SmallCells(3 + random.nextInt(3));
      List<Long> counts = random.longs(2 + random.nextInt(4), 0, LARGEST).boxed().toList();
      List<Cell> cells = rule.of(counts);
      for (int i = 0; i < counts.size(); i++) {
        boolean small = counts.get(i) > 0 && counts.get(i) < rule.least();
        if (small) {
          assertThat(cells.get(i)).isNotEqualTo(Cell.TOLD);
        }
        if (cells.get(i) == Cell.SMALL) {
          hidden++;
          assertThat(possible(rule, counts, cells, i))
              .as(counts + " " + cells)
              .hasSizeGreaterThan(1);
        }
      }
    }
    assertThat(hidden).isGreaterThan(500);
  }

  private static Set<Long> possible(
      SmallCells rule, List<Long> counts, List<Cell> cells, int wanted) {
    long rest = 0;
    for (int i = 0; i < counts.size(); i++) {
      rest += cells.get(i) == Cell.TOLD ? 0 : counts.get(i);
    }
    Set<Long> found = new TreeSet<>();
    tryAll(rule, cells, 0, rest, new ArrayList<>(), found, wanted);
    return found;
  }

  private static void tryAll(
      SmallCells rule,
      List<Cell> cells,
      int at,
      long rest,
      List<Long> chosen,
      Set<Long> found,
      int wanted) {
    if (at == cells.size()) {
      if (rest == 0) {
        found.add(chosen.get(wanted));
      }
      return;
    }
    long from = cells.get(at) == Cell.TOLD ? 0 : cells.get(at) == Cell.SMALL ? 1 : rule.least();
    long to =
        cells.get(at) == Cell.TOLD ? 0 : cells.get(at) == Cell.SMALL ? rule.least() - 1 : rest;
    for (long value = from; value <= Math.min(to, rest); value++) {
      chosen.add(value);
      tryAll(rule, cells, at + 1, rest - value, chosen, found, wanted);
      chosen.remove(chosen.size() - 1);
    }
  }

  @Test
  void aRuleThatHidesNothingIsRefused() {
    assertThat(SmallCells.parse("0")).isEqualTo(SmallCells.NONE);
    assertThatThrownBy(() -> SmallCells.parse("2")).hasMessageContaining("0 or 3 to 100");
  }
}

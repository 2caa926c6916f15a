package city.chengmai.analytics.model.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.foresight.StackedComparison.Estimate;
import city.chengmai.analytics.model.foresight.StackedComparison.Find;
import city.chengmai.analytics.model.foresight.StackedComparison.Orders;
import city.chengmai.datasets.foresight.ForesightMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackedComparisonTest {

  private static final int GRIDS = 24;
  private static final int FOUND_IN = 10;
  private static final int DAYS = 120;
  private static final double A_DAY = 0.3;
  private static final int WINDOW = ForesightMethod.bundled().comparison().days();

  private final List<Find> finds = new ArrayList<>();
  private final List<Orders> orders = new ArrayList<>();

  @Test
  void complaintsThatWereNotMadeAreCounted() {
    live(new Random(1), day -> true, true);
    Estimate estimate = estimate();
    assertThat(estimate.starts()).isEqualTo(FOUND_IN);
    assertThat(estimate.grids()).isEqualTo(FOUND_IN);
    assertThat(estimate.after()).isZero();
    double avoided = -FOUND_IN * A_DAY * WINDOW;
    assertThat(estimate.lower().getAsDouble()).isLessThan(avoided);
    assertThat(estimate.upper().getAsDouble()).isGreaterThan(avoided);
    assertThat(estimate.state()).isEqualTo("fewer");
  }

  @Test
  void whatHappenedEverywhereIsNoEffect() {
    // From day 60 on nobody calls any more, whether somebody was found there or not.
    live(new Random(2), day -> day < 60, false);
    Estimate estimate = estimate();
    assertThat(estimate.after()).isLessThan(estimate.before() / 2);
    assertThat(estimate.state()).isEqualTo("no-clear-change");
  }

  @Test
  void withoutAnEffectTheIntervalHoldsZeroNineteenTimesInTwenty() {
    int held = 0;
    for (int seed = 0; seed < 300; seed++) {
      finds.clear();
      orders.clear();
      live(new Random(seed), day -> true, false);
      Estimate estimate = estimate();
      held += estimate.lower().getAsDouble() <= 0 && estimate.upper().getAsDouble() >= 0 ? 1 : 0;
    }
    assertThat(held).isBetween(270, 297);
  }

  @Test
  void theOrderOfRowsMakesNoDifference() {
    live(new Random(3), day -> true, true);
    Estimate first = estimate();
    Collections.shuffle(finds, new Random(4));
    Collections.shuffle(orders, new Random(5));
    assertThat(estimate()).isEqualTo(first);
  }

  @Test
  void aGridWithAFindIsNoComparison() {
    live(new Random(6), day -> true, true);
    IntStream.range(FOUND_IN, GRIDS).forEach(grid -> finds.add(new Find("g" + grid, "noise", 60)));
    assertThat(estimate().starts()).isZero();
    assertThat(estimate().uncompared()).isEqualTo(GRIDS);
    assertThat(estimate().state()).isEqualTo("insufficient");
  }

  @Test
  void onlyTheFirstFindOfARowIsAStart() {
    live(new Random(7), day -> true, true);
    List.copyOf(finds).forEach(find -> finds.add(new Find(find.grid(), "noise", find.day() + 9)));
    assertThat(estimate().starts()).isEqualTo(FOUND_IN);
  }

  /** Ten grids with a find around day 60; there complaints stop when it helped. */
  private void live(Random random, IntPredicate complained, boolean helped) {
    for (int grid = 0; grid < GRIDS; grid++) {
      boolean found = grid < FOUND_IN;
      int foundOn = 55 + grid;
      if (found) {
        finds.add(new Find("g" + grid, "noise", foundOn));
      }
      for (int day = 0; day < DAYS; day++) {
        boolean quiet = found && helped && day > foundOn;
        if (complained.test(day) && !quiet && random.nextDouble() < A_DAY) {
          orders.add(new Orders("g" + grid, "noise", day, 1));
        }
      }
    }
  }

  private Estimate estimate() {
    List<String> all = IntStream.range(0, GRIDS).mapToObj(grid -> "g" + grid).toList();
    StackedComparison comparison =
        new StackedComparison(
            ForesightMethod.bundled().comparison(), grid -> List.of(List.of(grid), all), 0, DAYS);
    comparison.finds(finds);
    comparison.orders(orders);
    return comparison.estimate(find -> true);
  }
}

package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.indicator.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Sums over areas and windows, whatever the order and grouping that steps come in. */
class RollUpTest {

  private static final int FIRST = 100;
  private static final int END = 160;
  private static final List<String> GRIDS = List.of("a", "b", "c");
  private static final List<Rate> NOTHING = Collections.nCopies(END - FIRST, Rate.NOTHING);
  private static final Windows WINDOWS =
      new Windows(Grain.DAY, FIRST, END, LocalDate.ofEpochDay(FIRST), LocalDate.ofEpochDay(END));

  @RepeatedTest(20)
  void sumsDoNotDependOnTheOrderOfSteps(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<RateStep> steps = steps(random);
    List<Rate> expected = rates(steps);

    Collections.shuffle(steps, random);

    assertThat(rates(steps)).isEqualTo(expected);
  }

  @RepeatedTest(20)
  void sumsOfPartsAreTheSumOfTheWholeHoweverItIsParted(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<List<RateStep>> parts = new ArrayList<>();
    List<RateStep> whole = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<RateStep> part = steps(random);
      parts.add(part);
      whole.addAll(part);
    }

    List<Rate> sums = NOTHING;
    for (List<RateStep> part : parts) {
      sums = plus(sums, rates(part));
    }

    assertThat(sums).isEqualTo(rates(whole));
  }

  @RepeatedTest(20)
  void gridsSumToTheirParentsAndTheseToTheCity_d6(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    AreaForest forest =
        new AreaForest(
            List.of(
                node("city", "", false),
                node("north", "city", false),
                node("a", "north", true),
                node("b", "north", true),
                node("c", "city", true)));
    AreaRates areas = new AreaRates(forest, WINDOWS);
    for (String grid : GRIDS) {
      steps(random).forEach(step -> areas.add(new GridStep(grid, step)));
    }

    assertThat(plus(rates(areas, "a"), rates(areas, "b"))).isEqualTo(rates(areas, "north"));
    assertThat(plus(rates(areas, "north"), rates(areas, "c"))).isEqualTo(rates(areas, "city"));
    assertThat(rates(areas, "city")).isNotEqualTo(NOTHING);
  }

  private static AreaNode node(String id, String parent, boolean grid) {
    String level = grid ? "grid" : "district";
    String type = grid ? "general" : "";
    return new AreaNode(id, parent, level, type, false, 0, 0, 1, "");
  }

  /** Each interval is a step up and a step down, some of them before or after the window. */
  private static List<RateStep> steps(Random random) {
    List<RateStep> steps = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int from = FIRST - 20 + random.nextInt(80);
      int to = from + 1 + random.nextInt(30);
      int numerator = random.nextInt(2);
      steps.add(new RateStep(30, from, numerator, 1, false));
      steps.add(new RateStep(30, to, -numerator, -1, false));
    }
    return steps;
  }

  private static List<Rate> rates(List<RateStep> steps) {
    RunningRates running = new RunningRates(FIRST, END);
    steps.forEach(running::add);
    return rates(running);
  }

  private static List<Rate> rates(AreaRates areas, String area) {
    return rates(areas.of(area, 30, false));
  }

  private static List<Rate> rates(RunningRates running) {
    List<Rate> rates = new ArrayList<>();
    for (int number = FIRST; number < END; number++) {
      rates.add(running.of(number));
    }
    return rates;
  }

  private static List<Rate> plus(List<Rate> one, List<Rate> other) {
    List<Rate> sums = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      sums.add(one.get(i).plus(other.get(i)));
    }
    return sums;
  }
}

package city.chengmai.analytics.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.rule.AlertRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandlingPaceTest {

  private static final long DAY = 86_400;
  private static final long START = 20_000 * DAY;
  private static final int GRIDS = 20;
  private static final HandlingPace PACE =
      new HandlingPace(PaceRule.of(AlertRules.bundled().rule("A17")));

  /**
   * Two cases a day and grid with a limit of three days, finished in half of it; slow ones in two
   * and a half.
   */
  private static List<HandledCase> cases(long seed, int days, String slow, int from) {
    Random random = new Random(seed);
    List<HandledCase> cases = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < 2 * GRIDS; i++) {
        String grid = "g" + i / 2;
        long filed = START + day * DAY + random.nextInt((int) DAY);
        double pace = grid.equals(slow) && day >= from ? 2.5 : 0.5;
        double share = pace * Math.exp(0.5 * random.nextGaussian());
        cases.add(
            new HandledCase(
                day + "-" + i, grid, filed, filed + 3 * DAY, filed + (long) (share * 3 * DAY)));
      }
    }
    return cases;
  }

  private static long endOf(int day) {
    return START + (day + 1) * DAY;
  }

  @Test
  void gridThatSlowsDownIsFoundWithinTenDaysAndNoOther() {
    List<HandledCase> cases = cases(3, 70, "g4", 60);
    assertThat(PACE.at(endOf(59), cases)).isEmpty();
    List<HandlingPace.Slow> slow = PACE.at(endOf(67), cases);
    assertThat(slow).extracting(HandlingPace.Slow::grid).containsExactly("g4");
    assertThat(slow.get(0).finished()).isLessThan(8);
    assertThat(slow.get(0).expected()).isGreaterThan(9);
    assertThat(slow.get(0).open()).isNotEmpty();
  }

  @Test
  void evenHandlingIsNoNews() {
    int told = 0;
    List<HandledCase> cases = cases(8, 100, "", 0);
    for (int day = 40; day < 100; day++) {
      told += PACE.at(endOf(day), cases).size();
    }
    assertThat(told).as("in 1,200 days of grids").isLessThanOrEqualTo(1);
  }

  /** What happens after a day is not seen on it, whatever the rows say now. */
  @Test
  void laterDaysAndTheOrderOfCasesChangeNothing() {
    List<HandledCase> whole = new ArrayList<>(cases(3, 70, "g4", 60));
    long moment = endOf(66);
    List<HandledCase> then =
        whole.stream()
            .filter(one -> one.filed() < moment)
            .map(
                one ->
                    one.ended() < moment
                        ? one
                        : new HandledCase(
                            one.id(), one.grid(), one.filed(), one.due(), HandledCase.OPEN))
            .toList();
    Collections.shuffle(whole, new Random(1));
    List<HandlingPace.Slow> now = PACE.at(moment, whole);
    assertThat(now).usingRecursiveComparison().isEqualTo(PACE.at(moment, then));
    assertThat(now).isNotEmpty();
  }
}

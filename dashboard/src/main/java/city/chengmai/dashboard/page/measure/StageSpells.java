package city.chengmai.dashboard.page.measure;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Spells of one stage, the shortest first: how long staircases stood there, or have stood. */
final class StageSpells {

  /**
   * A spell.
   *
   * @param ended whether the staircase went on to the next stage
   */
  record Spell(double days, boolean ended) {}

  private final double[] days;
  private final boolean[] ended;
  private final StageTimes all;

  StageSpells(List<Spell> spells) {
    List<Spell> sorted = spells.stream().sorted(Comparator.comparingDouble(Spell::days)).toList();
    days = sorted.stream().mapToDouble(Spell::days).toArray();
    ended = new boolean[days.length];
    int[] once = new int[days.length];
    for (int i = 0; i < days.length; i++) {
      ended[i] = sorted.get(i).ended();
      once[i] = 1;
    }
    all = StageTimes.of(days, ended, once);
  }

  /** How many went on. */
  int finished() {
    int count = 0;
    for (boolean over : ended) {
      count += over ? 1 : 0;
    }
    return count;
  }

  /** All spells, each once. */
  StageTimes all() {
    return all;
  }

  /** As many spells, drawn with replacement: what else could have been seen (bootstrap). */
  StageTimes resampled(SplittableRandom random) {
    int[] weights = new int[days.length];
    for (int i = 0; i < days.length; i++) {
      weights[random.nextInt(days.length)]++;
    }
    return StageTimes.of(days, ended, weights);
  }
}

package city.chengmai.analytics.model.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes draws without any cluster and keeps the highest score of each. */
final class Replicas {

  private static final int TRIALS = 8;
  private static final double CAUTION = 0.75;

  private final CylinderSearch search;
  private final NullModel model;
  private final WindowCounts counts;
  private final int[] anyCases;

  /**
   * Nothing drawn yet.
   *
   * @param counts of the right shape; overwritten
   */
  Replicas(CylinderSearch search, NullModel model, WindowCounts counts) {
    this.search = search;
    this.model = model;
    this.counts = counts;
    this.anyCases = search.critical(0);
  }

  /** The highest scores of some draws; each draw has random numbers of its own. */
  double[] highest(int draws, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    double[] highest = new double[draws];
    int[] critical = anyCases;
    for (int draw = 0; draw < draws; draw++) {
      if (draw == TRIALS) {
        double lowest = Arrays.stream(highest, 0, TRIALS).min().orElse(0);
        critical = lowest > 0 ? search.critical(CAUTION * lowest) : anyCases;
      }
      highest[draw] = draw(seeds.split(), critical);
    }
    return highest;
  }

  private double draw(SplittableRandom random, int[] critical) {
    counts.clear();
    model.draw(random, counts);
    double highest = search.highest(counts, critical);
    // Nothing above the level says little; looking at every cylinder says all.
    return highest == 0 && critical != anyCases ? search.highest(counts, anyCases) : highest;
  }
}

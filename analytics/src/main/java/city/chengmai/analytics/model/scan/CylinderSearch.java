package city.chengmai.analytics.model.scan;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the cylinder with the highest score. Which cylinders there are and what each is expected to
 * have is the same for all draws; so are the fewest cases that lift a cylinder above a level. A
 * draw is compared with those whole numbers, and the few cylinders that reach them are scored.
 */
final class CylinderSearch {

  private static final int NEVER = Integer.MAX_VALUE;

  private final Zones zones;
  private final int width;
  private final double[] expected;
  private final ScanScore score;
  private final int fewest;

  /**
   * A search over all zones and windows.
   *
   * @param expected by place times number of windows plus window
   * @param fewest cases of a cluster
   */
  CylinderSearch(Zones zones, int width, double[] expected, ScanScore score, int fewest) {
    this.zones = zones;
    this.width = width;
    this.expected = expected;
    this.score = score;
    this.fewest = fewest;
  }

  Zones zones() {
    return zones;
  }

  /** The best cylinder without a place that is taken. */
  Optional<Cylinder> best(WindowCounts counts, boolean[] taken) {
    Cylinder best = null;
    long[] cases = new long[width];
    double[] sums = new double[width];
    int[] table = counts.table();
    for (int centre = 0; centre < zones.centres(); centre++) {
      Arrays.fill(cases, 0);
      Arrays.fill(sums, 0);
      for (int zone = zones.from(centre); zone < zones.to(centre); zone++) {
        int place = zones.place(zone);
        if (taken[place]) {
          break;
        }
        for (int window = 0; window < width; window++) {
          cases[window] += table[place * width + window];
          sums[window] += expected[place * width + window];
          if (cases[window] >= fewest && cases[window] > sums[window]) {
            Cylinder found = scored(centre, zone, window, cases[window], sums[window]);
            best = found.score() > 0 && found.beats(best, zones) ? found : best;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private Cylinder scored(int centre, int zone, int window, long cases, double sum) {
    return new Cylinder(centre, zone, window, cases, sum, score.of(cases, sum));
  }

  /**
   * The fewest cases with a score above a level, by zone times number of windows plus window. They
   * only grow along a line of zones, which saves most of the work.
   */
  int[] critical(double level) {
    int[] critical = new int[Math.multiplyExact(zones.size(), width)];
    int[] needed = new int[width];
    double[] sums = new double[width];
    for (int centre = 0; centre < zones.centres(); centre++) {
      Arrays.fill(needed, fewest);
      Arrays.fill(sums, 0);
      for (int zone = zones.from(centre); zone < zones.to(centre); zone++) {
        for (int window = 0; window < width; window++) {
          sums[window] += expected[zones.place(zone) * width + window];
          needed[window] = needed(needed[window], sums[window], level);
          critical[zone * width + window] = needed[window];
        }
      }
    }
    return critical;
  }

  private int needed(int from, double sum, double level) {
    if (from == NEVER || score.of(from, sum) > level) {
      return from;
    }
    long below = from;
    long step = 1;
    while (below + step <= score.most() && !(score.of(below + step, sum) > level)) {
      below += step;
      step *= 2;
    }
    long above = Math.min(below + step, score.most() + 1);
    while (above - below > 1) {
      long middle = (below + above) / 2;
      if (score.of(middle, sum) > level) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above > score.most() ? NEVER : (int) above;
  }

  /**
   * The highest score of a draw, 0 when no cylinder is above the level.
   *
   * @param critical of the level
   */
  double highest(WindowCounts counts, int[] critical) {
    double highest = 0;
    int[] cases = new int[width];
    int[] table = counts.table();
    int[] first = counts.first();
    for (int centre = 0; centre < zones.centres(); centre++) {
      Arrays.fill(cases, 0);
      int from = zones.from(centre);
      int to = zones.to(centre);
      for (int zone = from; zone < to; zone++) {
        int place = zones.place(zone);
        // A place without cases only adds to what is expected, which lowers the score.
        for (int window = first[place]; window < width; window++) {
          cases[window] += table[place * width + window];
          if (cases[window] >= critical[zone * width + window]) {
            double value = score.of(cases[window], sum(from, zone, window));
            highest = Math.max(highest, value);
          }
        }
      }
    }
    return highest;
  }

  private double sum(int from, int to, int window) {
    double sum = 0;
    for (int zone = from; zone <= to; zone++) {
      sum += expected[zones.place(zone) * width + window];
    }
    return sum;
  }
}

package city.chengmai.analytics.model.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Circles of places. Round each place all others stand by distance, equals by x, then y; every
 * prefix of that line within the limits is a zone, so that of equally distant places each is added
 * alone (the rule of SaTScan, with an order that does not depend on a file).
 */
final class Zones {

  private static final double ROUNDING = 1e-9;

  private final int[] order;
  private final int[] starts;
  private final double[] radii;

  private Zones(int[] order, int[] starts, double[] radii) {
    this.order = order;
    this.radii = radii;
    this.starts = starts;
  }

  /**
   * Zones round each of the places.
   *
   * @param places in their order
   * @param weights what the largest share is taken of, by place
   */
  static Zones of(List<Place> places, double[] weights, Distance distance, ScanLimits limits) {
    double most = limits.share() * Arrays.stream(weights).sum() * (1 + ROUNDING);
    List<int[]> lines = new ArrayList<>();
    int[] starts = new int[places.size() + 1];
    for (int centre = 0; centre < places.size(); centre++) {
      int[] line = line(places, centre, distance, limits.radius());
      int length = 0;
      double weight = 0;
      while (length < Math.min(line.length, limits.places())
          && weight + weights[line[length]] <= most) {
        weight += weights[line[length]];
        length++;
      }
      lines.add(Arrays.copyOf(line, length));
      starts[centre + 1] = Math.addExact(starts[centre], length);
    }
    int[] order = lines.stream().flatMapToInt(Arrays::stream).toArray();
    return new Zones(order, starts, radii(places, order, starts, distance));
  }

  private static double[] radii(List<Place> places, int[] order, int[] starts, Distance distance) {
    double[] radii = new double[order.length];
    for (int centre = 0; centre < places.size(); centre++) {
      for (int zone = starts[centre]; zone < starts[centre + 1]; zone++) {
        radii[zone] = distance.between(places.get(centre), places.get(order[zone]));
      }
    }
    return radii;
  }

  private static int[] line(List<Place> places, int centre, Distance distance, double radius) {
    double[] far = new double[places.size()];
    List<Integer> near = new ArrayList<>();
    for (int place = 0; place < far.length; place++) {
      far[place] = distance.between(places.get(centre), places.get(place));
      if (far[place] <= radius) {
        near.add(place);
      }
    }
    // Stable, so that equals stay in the order of places.
    near.sort(Comparator.comparingDouble(place -> far[place]));
    return near.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Number of centres, those without any zone too. */
  int centres() {
    return starts.length - 1;
  }

  /** Number of zones, the same set round two centres twice. */
  int size() {
    return order.length;
  }

  /** Where the zones of a centre begin. */
  int from(int centre) {
    return starts[centre];
  }

  /** Where the zones of a centre end. */
  int to(int centre) {
    return starts[centre + 1];
  }

  /** The place that a zone has and the one before it has not. */
  int place(int zone) {
    return order[zone];
  }

  /** Distance from a zone's centre to its outermost place. */
  double radius(int zone) {
    return radii[zone];
  }

  /** Number of different sets of places, told apart by a random 64-bit hash of the set. */
  int distinct() {
    SplittableRandom random = new SplittableRandom(0);
    long[] hashes = random.longs(centres()).toArray();
    long[] sets = new long[size()];
    for (int centre = 0; centre < centres(); centre++) {
      long hash = 0;
      for (int zone = from(centre); zone < to(centre); zone++) {
        hash ^= hashes[place(zone)];
        sets[zone] = hash;
      }
    }
    Arrays.sort(sets);
    int distinct = sets.length == 0 ? 0 : 1;
    for (int zone = 1; zone < sets.length; zone++) {
      distinct += sets[zone] == sets[zone - 1] ? 0 : 1;
    }
    return distinct;
  }
}

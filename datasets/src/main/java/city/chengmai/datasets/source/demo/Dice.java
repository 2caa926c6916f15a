package city.chengmai.datasets.source.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random draws of one (seed, stream, day, place). Only the 64 bits of {@link SplittableRandom} are
 * taken from the platform and all curves come from {@link StrictMath}, so that every machine and
 * every release draws the same.
 */
final class Dice {

  private static final double UNIT = 0x1p-53;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Dice of their own for a stream and any numbers that tell its draws apart. */
  static Dice of(long seed, String stream, long... keys) {
    long mixed = mix(seed ^ (stream.hashCode() * 0x9E3779B97F4A7C15L));
    for (long key : keys) {
      mixed = mix(mixed + (key * 0xD1B54A32D192ED03L));
    }
    return new Dice(mixed);
  }

  /** The bit mixer of MurmurHash3 (finalizer of its 64-bit variant). */
  private static long mix(long value) {
    long bits = value;
    bits = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    bits = (bits ^ (bits >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return bits ^ (bits >>> 33);
  }

  /** A number in [0, 1). */
  double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** A number in [from, to). */
  double between(double from, double to) {
    return from + unit() * (to - from);
  }

  /** A whole number in [from, to). */
  int between(int from, int to) {
    return from + below(to - from);
  }

  /** A whole number in [0, bound). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** A whole number in [0, bound), small ones more often. */
  int skewedBelow(int bound) {
    double draw = unit();
    return (int) (draw * draw * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  /** An index, each as often as its weight says. */
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = unit() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** A standard normal number (Box and Muller's method). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** A log-normal number with this median; {@code spread} is the deviation of its logarithm. */
  double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  /** A Poisson number, for means below some hundreds (Knuth's method). */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = unit();
    int count = 0;
    while (product > limit) {
      product *= unit();
      count++;
    }
    return count;
  }

  /** A seed for dice that are thrown later. */
  long seed() {
    return random.nextLong();
  }
}

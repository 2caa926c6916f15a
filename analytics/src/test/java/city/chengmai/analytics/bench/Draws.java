package city.chengmai.analytics.bench;

import org.hipparchus.random.RandomDataGenerator;

/** Random numbers of a simulation, from one seed. */
final class Draws {

  private static final double NEARLY_NOTHING = 1e-12;

  private final RandomDataGenerator random;

  Draws(long seed) {
    this.random = new RandomDataGenerator(seed);
  }

  /** A count with variance dispersion × mean: negative binomial, or Poisson at dispersion 1. */
  int count(double mean, double dispersion) {
    double rate = dispersion > 1 ? random.nextGamma(mean / (dispersion - 1), dispersion - 1) : mean;
    return rate < NEARLY_NOTHING ? 0 : random.nextPoisson(rate);
  }

  /** Cases of an outbreak, at least two. */
  int outbreakSize(double mean) {
    int size = 0;
    while (size < 2) {
      size = random.nextPoisson(mean);
    }
    return size;
  }

  /** Log-normal delay of a case with logarithm of mean 0 and deviation 0.5. */
  double delay() {
    return Math.exp(random.nextNormal(0, 0.5));
  }

  /** From one number to another, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high);
  }

  double uniform(double low, double high) {
    return random.nextUniform(low, high);
  }

  /** One of these. */
  double oneOf(double... values) {
    return values[between(0, values.length - 1)];
  }
}

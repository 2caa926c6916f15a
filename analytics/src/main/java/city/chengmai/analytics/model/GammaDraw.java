package city.chengmai.analytics.model;

import java.util.random.RandomGenerator;

/**
 * Random numbers of a Gamma distribution with rate 1 (Marsaglia and Tsang, A simple method for
 * generating gamma variables, ACM Transactions on Mathematical Software 26, 2000). Hipparchus draws
 * them several times slower, and a year of a city takes hundreds of millions.
 */
final class GammaDraw {

  private static final double SQUEEZE = 0.0331;

  private GammaDraw() {}

  static double next(double shape, RandomGenerator random) {
    if (shape < 1) {
      return next(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double size = shape - 1.0 / 3;
    double slope = 1 / Math.sqrt(9 * size);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + slope * normal;
      if (root > 0) {
        double cube = root * root * root;
        double uniform = random.nextDouble();
        double square = normal * normal;
        if (uniform < 1 - SQUEEZE * square * square
            || Math.log(uniform) < 0.5 * square + size * (1 - cube + Math.log(cube))) {
          return size * cube;
        }
      }
    }
  }
}

package city.chengmai.datasets.catalogue;

/** The law of weights: a full set adds to one. */
final class Weights {

  private static final double TOLERANCE = 1e-9;

  private Weights() {}

  static void requireOne(String what, double sum) {
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new IllegalArgumentException(
          "weights of the " + what + " must add to 1, but add to " + sum);
    }
  }
}

package city.chengmai.analytics.model;

import java.util.function.DoubleUnaryOperator;

/**
 * Turns a distribution function round: Newton's steps, halving wherever a step would leave what is
 * known to hold the quantile.
 */
final class QuantileSearch {

  private static final double WIDEST = 700;
  private static final double PRECISION = 1e-6;
  private static final int ROUNDS = 60;

  private QuantileSearch() {}

  /**
   * The place below which a share lies, to a millionth of the smaller tail.
   *
   * @param share within (0, 1)
   * @param start where to begin, on the scale of the functions
   * @param below probability below a place
   * @param density its derivative
   */
  static double find(
      double share, double start, DoubleUnaryOperator below, DoubleUnaryOperator density) {
    double low = -WIDEST;
    double high = WIDEST;
    double place = Math.max(low, Math.min(high, start));
    for (int round = 0; round < ROUNDS; round++) {
      double excess = below.applyAsDouble(place) - share;
      if (Math.abs(excess) < PRECISION * Math.min(share, 1 - share)) {
        return place;
      }
      if (excess > 0) {
        high = place;
      } else {
        low = place;
      }
      double next = place - excess / density.applyAsDouble(place);
      place = next > low && next < high ? next : (low + high) / 2;
    }
    return place;
  }
}

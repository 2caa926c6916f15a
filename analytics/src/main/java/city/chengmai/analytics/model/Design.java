package city.chengmai.analytics.model;

import java.util.Arrays;

/**
 * The design of a regression: one row an observation, one column a term, with an optional offset on
 * the scale of the logarithm and an optional weight an observation.
 *
 * @param rows terms by observation
 * @param offset added to the linear predictor
 * @param weights prior weights, not negative
 * @param ridge penalty by term, 0 for none; keeps a term finite whose observations are all zero
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers of one fit, never compared.
record Design(double[][] rows, double[] offset, double[] weights, double[] ridge) {

  Design {
    if (rows.length == 0 || rows.length != offset.length || rows.length != weights.length) {
      throw new IllegalArgumentException(
          "a design needs as many offsets and weights as rows, but has "
              + rows.length
              + ", "
              + offset.length
              + ", "
              + weights.length);
    }
    if (rows[0].length != ridge.length) {
      throw new IllegalArgumentException(
          "a design of " + rows[0].length + " terms has " + ridge.length + " penalties");
    }
  }

  /** A plain design: no offset, weights of one, no penalty. */
  static Design of(double[][] rows) {
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    return new Design(rows, new double[rows.length], ones, new double[rows[0].length]);
  }

  Design withWeights(double[] other) {
    return new Design(rows, offset, other, ridge);
  }

  int observations() {
    return rows.length;
  }

  int terms() {
    return ridge.length;
  }

  double predictor(int row, double[] coefficients) {
    return offset[row] + dot(rows[row], coefficients);
  }

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}

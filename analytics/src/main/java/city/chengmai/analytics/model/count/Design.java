package city.chengmai.analytics.model.count;

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
public record Design(double[][] rows, double[] offset, double[] weights, double[] ridge) {

  /** Refuses parts that do not fit each other. */
  public Design {
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
  public static Design of(double[][] rows) {
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    return new Design(rows, new double[rows.length], ones, new double[rows[0].length]);
  }

  /** The same terms with other weights. */
  public Design withWeights(double[] other) {
    return new Design(rows, offset, other, ridge);
  }

  /** Number of rows. */
  public int observations() {
    return rows.length;
  }

  /** Number of columns. */
  public int terms() {
    return ridge.length;
  }

  /** Sum of products. */
  public static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** The columns of a row that are not zero. */
  static int[] filled(double[] row) {
    int[] columns = new int[row.length];
    int found = 0;
    for (int column = 0; column < row.length; column++) {
      if (row[column] != 0) {
        columns[found++] = column;
      }
    }
    return Arrays.copyOf(columns, found);
  }
}

package city.chengmai.analytics.model.count;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * A fit under way. Designs are mostly dummies, so sums run over the filled columns of a row only.
 */
final class ReweightedSquares {

  // Beyond this exp would meet infinity before the fit can turn back.
  private static final double LARGEST_PREDICTOR = 40;
  private static final double SYMMETRY = 1e-9;
  private static final double SMALLEST_PIVOT = 1e-14;

  private final Design design;
  private final double[] counts;
  private final double theta;
  private final int[][] filled;
  private final double[] predictor;
  private final double[] means;
  private double[] coefficients;
  private CholeskyDecomposition information;

  ReweightedSquares(Design design, double[] counts, double theta, double[] predictor) {
    this.design = design;
    this.counts = counts;
    this.theta = theta;
    this.predictor = predictor;
    this.means = new double[counts.length];
    // Rows that are one and the same array are looked through once.
    IdentityHashMap<double[], int[]> known = new IdentityHashMap<>();
    this.filled =
        Arrays.stream(design.rows())
            .map(row -> known.computeIfAbsent(row, Design::filled))
            .toArray(int[][]::new);
    Arrays.setAll(means, i -> Math.exp(predictor[i]));
  }

  /** One weighted least-squares step. */
  void step() {
    int terms = design.terms();
    double[][] sums = new double[terms][terms];
    double[] right = new double[terms];
    for (int i = 0; i < counts.length; i++) {
      double weight = design.weights()[i] * means[i] / (1 + means[i] / theta);
      double working = predictor[i] - design.offset()[i] + (counts[i] - means[i]) / means[i];
      add(sums, right, i, weight, working);
    }
    for (int j = 0; j < terms; j++) {
      sums[j][j] += design.ridge()[j];
      for (int k = 0; k < j; k++) {
        sums[j][k] = sums[k][j];
      }
    }
    information =
        new CholeskyDecomposition(new Array2DRowRealMatrix(sums, false), SYMMETRY, SMALLEST_PIVOT);
    coefficients = information.getSolver().solve(new ArrayRealVector(right, false)).toArray();
    predict();
  }

  double deviance() {
    return Deviance.of(counts, means, design.weights(), theta);
  }

  CountFit fit(double deviance) {
    double[][] covariance = information.getSolver().getInverse().getData();
    return new CountFit(design, counts, coefficients, covariance, means, deviance, theta);
  }

  private void add(double[][] sums, double[] right, int i, double weight, double working) {
    double[] row = design.rows()[i];
    int[] columns = filled[i];
    for (int a = 0; a < columns.length; a++) {
      double value = weight * row[columns[a]];
      double[] line = sums[columns[a]];
      right[columns[a]] += value * working;
      for (int b = a; b < columns.length; b++) {
        line[columns[b]] += value * row[columns[b]];
      }
    }
  }

  private void predict() {
    for (int i = 0; i < predictor.length; i++) {
      double sum = design.offset()[i];
      double[] row = design.rows()[i];
      for (int column : filled[i]) {
        sum += row[column] * coefficients[column];
      }
      predictor[i] = Math.max(-LARGEST_PREDICTOR, Math.min(LARGEST_PREDICTOR, sum));
      means[i] = Math.exp(predictor[i]);
    }
  }
}

package city.chengmai.analytics.model;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Log-linear regression of counts by iteratively re-weighted least squares (McCullagh and Nelder,
 * Generalized Linear Models, 2nd edition, section 2.5). The variance is μ + μ²/θ; an infinite θ is
 * Poisson, which with a Pearson dispersion is also the quasi-Poisson and NB1 fit.
 */
final class CountRegression {

  private static final int ROUNDS = 60;
  private static final double TOLERANCE = 1e-10;
  // Beyond this exp would meet infinity before the fit can turn back.
  private static final double LARGEST_PREDICTOR = 40;

  private CountRegression() {}

  static CountFit poisson(Design design, double[] counts) {
    return fit(design, counts, Double.POSITIVE_INFINITY);
  }

  /** The fit at a known size θ. */
  static CountFit fit(Design design, double[] counts, double theta) {
    double[] predictor = start(counts);
    double[] coefficients = new double[design.terms()];
    double deviance = Double.POSITIVE_INFINITY;
    RealMatrix covariance = null;
    for (int round = 0; round < ROUNDS; round++) {
      Step step = step(design, counts, predictor, theta);
      coefficients = step.coefficients.toArray();
      covariance = step.covariance;
      for (int i = 0; i < predictor.length; i++) {
        predictor[i] = bounded(design.predictor(i, coefficients));
      }
      double next = Deviance.of(counts, exponents(predictor), design.weights(), theta);
      if (Math.abs(next - deviance) < TOLERANCE * (Math.abs(next) + 0.1)) {
        deviance = next;
        break;
      }
      deviance = next;
    }
    return new CountFit(
        design, counts, coefficients, covariance, exponents(predictor), deviance, theta);
  }

  private static double[] start(double[] counts) {
    double[] predictor = new double[counts.length];
    Arrays.setAll(predictor, i -> Math.log(counts[i] + 0.1));
    return predictor;
  }

  private record Step(RealVector coefficients, RealMatrix covariance) {}

  private static Step step(Design design, double[] counts, double[] predictor, double theta) {
    int terms = design.terms();
    double[][] information = new double[terms][terms];
    double[] right = new double[terms];
    for (int i = 0; i < counts.length; i++) {
      double mean = Math.exp(predictor[i]);
      double weight = design.weights()[i] * mean / (1 + mean / theta);
      double working = predictor[i] - design.offset()[i] + (counts[i] - mean) / mean;
      add(information, right, design.rows()[i], weight, working);
    }
    for (int j = 0; j < terms; j++) {
      information[j][j] += design.ridge()[j];
    }
    CholeskyDecomposition cholesky =
        new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, 1e-14);
    return new Step(
        cholesky.getSolver().solve(new ArrayRealVector(right, false)),
        cholesky.getSolver().getInverse());
  }

  private static void add(
      double[][] information, double[] right, double[] row, double weight, double working) {
    for (int j = 0; j < row.length; j++) {
      if (row[j] != 0) {
        right[j] += weight * row[j] * working;
        for (int k = 0; k < row.length; k++) {
          information[j][k] += weight * row[j] * row[k];
        }
      }
    }
  }

  private static double bounded(double predictor) {
    return Math.max(-LARGEST_PREDICTOR, Math.min(LARGEST_PREDICTOR, predictor));
  }

  private static double[] exponents(double[] predictor) {
    return Arrays.stream(predictor).map(Math::exp).toArray();
  }
}

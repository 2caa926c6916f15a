package city.chengmai.analytics.model.count;

/**
 * A fitted count regression.
 *
 * @param design what was fitted
 * @param counts what was observed
 * @param coefficients by term
 * @param covariance of the coefficients at dispersion 1
 * @param means fitted means
 * @param deviance of the fit
 * @param theta size of the negative binomial, infinite for Poisson
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers of one fit, never compared.
public record CountFit(
    Design design,
    double[] counts,
    double[] coefficients,
    double[][] covariance,
    double[] means,
    double deviance,
    double theta) {

  /** Pearson's chi-square over the degrees of freedom: the quasi-Poisson dispersion φ. */
  public double dispersion() {
    double sum = 0;
    double observations = 0;
    for (int i = 0; i < counts.length; i++) {
      double residual = counts[i] - means[i];
      sum += design.weights()[i] * residual * residual / variance(means[i]);
      observations += design.weights()[i];
    }
    double freedom = observations - design.terms();
    return freedom > 0 ? sum / freedom : 1;
  }

  /** Standard error of a coefficient, at dispersion 1. */
  public double standardError(int term) {
    return Math.sqrt(covariance[term][term]);
  }

  /** Leverage of an observation, the diagonal of the hat matrix. */
  public double leverage(int row) {
    double mean = means[row];
    return design.weights()[row]
        * mean
        / (1 + mean / theta)
        * predictorVariance(design.rows()[row]);
  }

  /** Variance of the linear predictor of these terms, at dispersion 1. */
  public double predictorVariance(double[] terms) {
    int[] filled = Design.filled(terms);
    double sum = 0;
    for (int j : filled) {
      double product = 0;
      for (int k : filled) {
        product += covariance[j][k] * terms[k];
      }
      sum += terms[j] * product;
    }
    return sum;
  }

  private double variance(double mean) {
    return mean + mean * mean / theta;
  }
}

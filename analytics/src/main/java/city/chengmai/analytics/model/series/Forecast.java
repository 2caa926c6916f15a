package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountDistribution;

/**
 * What a period should bring.
 *
 * @param mean expected count
 * @param dispersion variance over mean of the counts themselves, at least 1
 * @param relativeVariance squared relative error of the mean
 */
record Forecast(double mean, double dispersion, double relativeVariance) {

  private static final double SMALLEST_MEAN = 1e-6;

  Forecast {
    mean = Math.max(mean, SMALLEST_MEAN);
    dispersion = Math.max(dispersion, 1);
  }

  CountDistribution distribution() {
    return new CountDistribution(mean, mean * dispersion + mean * mean * relativeVariance);
  }

  /**
   * The forecast of a part. A share p of NB1 counts with dispersion φ, drawn case by case, has
   * dispersion 1 + p(φ - 1).
   *
   * @param share of the whole
   * @param shareVariance squared relative error of the share
   */
  Forecast part(double share, double shareVariance) {
    return new Forecast(
        mean * share, 1 + share * (dispersion - 1), relativeVariance + shareVariance);
  }

  /**
   * The forecast of two periods together, from one fit: NB1 counts of one dispersion add up to such
   * counts, and the errors of the two means are one and the same.
   */
  Forecast plus(Forecast other) {
    double sum = mean + other.mean;
    double error =
        mean * Math.sqrt(relativeVariance) + other.mean * Math.sqrt(other.relativeVariance);
    double spread = (mean * dispersion + other.mean * other.dispersion) / sum;
    return new Forecast(sum, spread, error * error / (sum * sum));
  }
}

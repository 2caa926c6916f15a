package city.chengmai.analytics.model.count;

/** Deviance of counts under Poisson and negative binomial means. */
final class Deviance {

  private Deviance() {}

  static double of(double[] counts, double[] means, double[] weights, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += weights[i] * 2 * term(counts[i], means[i], theta);
    }
    return sum;
  }

  private static double term(double count, double mean, double theta) {
    double own = count > 0 ? count * Math.log(count / mean) : 0;
    if (Double.isInfinite(theta)) {
      return own - (count - mean);
    }
    return own - (count + theta) * Math.log((count + theta) / (mean + theta));
  }
}

package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountFit;
import city.chengmai.analytics.model.count.Design;

/**
 * The quasi-Poisson baseline with seasonal terms: log-linear mean, variance φμ (NB1), fitted twice,
 * the second time with large residuals weighted down (Noufaily et al., Statistics in Medicine 32,
 * 2013, for the weights; the terms are those of {@link SeasonalTerms}).
 */
final class SeasonalBaseline implements Baseline {

  // A trend that runs away must not reach infinity.
  private static final double LARGEST_PREDICTOR = 20;

  private final SeasonalDesign design;
  private final CountFit fit;
  private final double[] exposure;
  private final double dispersion;

  SeasonalBaseline(SeasonalDesign design, CountFit fit, double dispersion, double[] exposure) {
    this.design = design;
    this.fit = fit;
    this.exposure = exposure;
    this.dispersion = dispersion;
  }

  @Override
  public Forecast forecast(int position) {
    double[] row = design.row(position);
    double predictor = Math.min(LARGEST_PREDICTOR, Design.dot(row, fit.coefficients()));
    return new Forecast(
        Math.exp(predictor) * exposure[position],
        dispersion,
        dispersion * fit.predictorVariance(row));
  }
}

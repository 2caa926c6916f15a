package city.chengmai.analytics.model;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The quasi-Poisson baseline with seasonal terms: log-linear mean, variance φμ (NB1), fitted twice,
 * the second time with large residuals weighted down (Noufaily et al., Statistics in Medicine 32,
 * 2013, for the weights; the terms are those of {@link SeasonalTerms}). Histories below a year have
 * no trend and instead forget with a half-life.
 */
final class SeasonalBaseline implements Baseline {

  private static final double LARGE_RESIDUAL = 2.58;
  private static final double HALF_LIFE_DAYS = 56;
  private static final int YEAR = 365;

  private final HolidayCalendar calendar;
  private final SeasonalTerms terms;
  private final LocalDate origin;
  private final CountFit fit;
  private final double dispersion;

  private SeasonalBaseline(
      HolidayCalendar calendar, SeasonalTerms terms, LocalDate origin, CountFit fit) {
    this.calendar = calendar;
    this.terms = terms;
    this.origin = origin;
    this.fit = fit;
    this.dispersion = Math.max(1, fit.dispersion());
  }

  static SeasonalBaseline fit(DailySeries series, TrainingWindow window, HolidayCalendar calendar) {
    List<LocalDate> days =
        IntStream.range(window.from(), window.to()).mapToObj(series::day).toList();
    List<DayKind> kinds = days.stream().map(day -> DayKind.of(day, calendar)).toList();
    SeasonalTerms terms = SeasonalTerms.forHistory(kinds);
    LocalDate origin = series.day(window.to());
    double[][] rows = new double[days.size()][];
    Arrays.setAll(rows, i -> terms.row(days.get(i), kinds.get(i), origin));
    Design design =
        new Design(
            rows, new double[rows.length], memory(rows.length), terms.penalties(rows[0].length));
    double[] counts = Arrays.copyOfRange(series.counts(), window.from(), window.to());
    CountFit first = CountRegression.poisson(design, counts);
    CountFit second = CountRegression.poisson(design.withWeights(lightened(first)), counts);
    return new SeasonalBaseline(calendar, terms, origin, second);
  }

  @Override
  public Forecast forecast(LocalDate day) {
    double[] row = terms.row(day, DayKind.of(day, calendar), origin);
    double mean = Math.exp(Math.min(20, Design.dot(row, fit.coefficients())));
    return new Forecast(mean, dispersion, dispersion * fit.predictorVariance(row));
  }

  private static double[] memory(int length) {
    double[] weights = new double[length];
    Arrays.setAll(
        weights, i -> length >= YEAR ? 1 : Math.pow(0.5, (length - 1 - i) / HALF_LIFE_DAYS));
    return scaled(weights, length);
  }

  /** The weights of the second fit: one over the squared residual where that is large. */
  static double[] lightened(CountFit fit) {
    double dispersion = Math.max(1, fit.dispersion());
    double[] weights = new double[fit.counts().length];
    Arrays.setAll(
        weights,
        i -> {
          double residual = anscombe(fit, i, dispersion);
          double weight = fit.design().weights()[i];
          return residual > LARGE_RESIDUAL ? weight / (residual * residual) : weight;
        });
    return scaled(weights, weights.length);
  }

  private static double anscombe(CountFit fit, int i, double dispersion) {
    double mean = fit.means()[i];
    double difference =
        Math.pow(fit.counts()[i], 2.0 / 3) * Math.pow(mean, -1.0 / 6) - Math.sqrt(mean);
    double free = Math.max(1e-3, 1 - fit.leverage(i));
    return 1.5 * difference / Math.sqrt(dispersion * free);
  }

  private static double[] scaled(double[] weights, double sum) {
    double factor = sum / Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight * factor).toArray();
  }
}

package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.AnscombeWeights;
import city.chengmai.analytics.model.count.CountDistribution;
import city.chengmai.analytics.model.count.CountFit;
import city.chengmai.analytics.model.count.CountRegression;
import city.chengmai.analytics.model.count.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Farrington Flexible (Farrington et al., J. R. Stat. Soc. A 159, 1996; Noufaily et al., Statistics
 * in Medicine 32, 2013) for weekly series: a quasi-Poisson fit of trend and season, large residuals
 * weighted down once, and the negative binomial quantile of the fitted mean. The trend is always
 * kept, unless the history is below three years or it would lead beyond all that was ever seen.
 */
public final class FarringtonDetector implements SeriesDetector {

  private static final int YEARS_FOR_TREND = 3;
  private static final double WEEKS_OF_YEAR = 52;
  private static final double SMALLEST_MEAN = 1e-10;
  // Keeps a season finite in which nothing ever happened; too weak to move any other.
  private static final double PENALTY = 1e-9;

  private final FarringtonSettings settings;

  /** A detector with these settings. */
  public FarringtonDetector(FarringtonSettings settings) {
    this.settings = settings;
  }

  /** What the history leads one to expect: mean and dispersion φ, at least 1. */
  record Expectation(double mean, double dispersion) {

    CountDistribution distribution() {
      return new CountDistribution(mean, mean * dispersion);
    }
  }

  @Override
  public List<Judgement> judge(CountSeries series, int from, int to) {
    if (series.cadence() != Cadence.WEEK) {
      throw new IllegalArgumentException(
          "Farrington Flexible compares weeks, but the series is by " + series.cadence());
    }
    List<Judgement> judgements = new ArrayList<>();
    for (int position = from; position < to; position++) {
      FarringtonSeason season = new FarringtonSeason(series, position, settings);
      if (season.first() >= 0) {
        judgements.add(judge(series, position, expect(series, position, season)));
      }
    }
    return judgements;
  }

  Expectation expect(CountSeries series, int position, FarringtonSeason season) {
    double[] counts =
        Arrays.copyOfRange(series.counts(), season.first(), position - settings.leftOut());
    if (settings.years() >= YEARS_FOR_TREND) {
      Expectation drifting = fit(counts, position, season, true);
      if (drifting.mean <= Arrays.stream(counts).max().orElse(0)) {
        return drifting;
      }
    }
    return fit(counts, position, season, false);
  }

  private Expectation fit(double[] counts, int position, FarringtonSeason season, boolean trend) {
    double[][] rows = new double[counts.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(season.first() + i, position, season, trend);
    }
    Design plain = Design.of(rows);
    double[] penalties = new double[plain.terms()];
    Arrays.fill(penalties, PENALTY);
    Design design = new Design(rows, plain.offset(), plain.weights(), penalties);
    CountFit first = CountRegression.poisson(design, counts);
    CountFit second = CountRegression.refit(first, AnscombeWeights.of(first));
    // The week itself is of season 0 and time 0: all other terms are nought.
    double mean = Math.max(SMALLEST_MEAN, Math.exp(second.coefficients()[0]));
    return new Expectation(mean, Math.max(1, second.dispersion()));
  }

  private double[] row(int week, int position, FarringtonSeason season, boolean trend) {
    double[] row = new double[settings.periods() + (trend ? 1 : 0)];
    row[0] = 1;
    if (season.of(week) > 0) {
      row[season.of(week)] = 1;
    }
    if (trend) {
      row[settings.periods()] = (week - position) / WEEKS_OF_YEAR;
    }
    return row;
  }

  private Judgement judge(CountSeries series, int position, Expectation expected) {
    CountDistribution counts = expected.distribution();
    long observed = Math.round(series.counts()[position]);
    double log10 = counts.log10UpperTail(observed);
    long upper = counts.quantile(1 - settings.alpha());
    return new Judgement(
        position,
        observed,
        expected.mean,
        counts.quantile(settings.alpha()),
        upper,
        log10,
        -log10,
        observed > upper);
  }
}

package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.AnscombeWeights;
import city.chengmai.analytics.model.count.CountFit;
import city.chengmai.analytics.model.count.CountRegression;
import city.chengmai.analytics.model.count.Design;
import java.nio.DoubleBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The terms of a training window: worked out once, fitted to any number of series that begin at the
 * same time. Histories below a year have no trend and instead forget with a half-life.
 */
final class SeasonalDesign {

  private final Timeline timeline;
  private final TrainingWindow window;
  private final SeasonalTerms terms;
  private final LocalDateTime origin;
  private final double[][] rows;
  private final double[] memory;
  private int distinctRows;

  SeasonalDesign(Timeline timeline, TrainingWindow window, double season) {
    this.timeline = timeline;
    this.window = window;
    List<Occasion> periods =
        IntStream.range(window.from(), window.to()).mapToObj(timeline::at).toList();
    this.terms = SeasonalTerms.forHistory(periods, timeline.cadence(), season);
    this.origin = timeline.at(window.to()).at();
    this.rows = rows(periods);
    this.memory = memory(window.length(), timeline.cadence());
  }

  /** Where nothing but the clock matters, periods share their rows. */
  private double[][] rows(List<Occasion> periods) {
    Map<DoubleBuffer, double[]> distinct = new HashMap<>();
    double[][] all = new double[periods.size()][];
    for (int i = 0; i < all.length; i++) {
      double[] row = terms.row(periods.get(i), origin);
      all[i] = distinct.computeIfAbsent(DoubleBuffer.wrap(row), any -> row);
    }
    distinctRows = distinct.size();
    return all;
  }

  /** Numbers that it holds. */
  long numbers() {
    return (long) distinctRows * terms.penalties().length + rows.length;
  }

  /**
   * Fits twice, the second time with large residuals weighted down.
   *
   * @param counts of the whole series
   * @param exposure as many
   */
  SeasonalBaseline fit(double[] counts, double[] exposure) {
    double[] seen = Arrays.copyOfRange(counts, window.from(), window.to());
    double[] offset = new double[seen.length];
    Arrays.setAll(offset, i -> Math.log(exposure[window.from() + i]));
    Design design = new Design(rows, offset, memory, terms.penalties());
    CountFit first = CountRegression.poisson(design, seen);
    CountFit second = CountRegression.refit(first, AnscombeWeights.of(first));
    return new SeasonalBaseline(this, second, SparseDispersion.of(first, second), exposure);
  }

  double[] row(int position) {
    return terms.row(timeline.at(position), origin);
  }

  private static double[] memory(int length, Cadence cadence) {
    double[] weights = new double[length];
    Arrays.setAll(
        weights,
        i -> length >= cadence.year() ? 1 : Math.pow(0.5, (length - 1 - i) / cadence.halfLife()));
    return AnscombeWeights.scaled(weights);
  }
}

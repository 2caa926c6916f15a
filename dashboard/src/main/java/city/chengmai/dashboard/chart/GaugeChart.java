package city.chengmai.dashboard.chart;

import java.util.Objects;

/**
 * An arc that fills with a score from zero to its maximum.
 *
 * @param caption words
 * @param format how the value is written
 * @param value {@code NaN} for none
 * @param maximum the full arc, above zero
 * @param shade colour and letter of the state
 * @param word the translated state, written below the value
 */
public record GaugeChart(
    Caption caption, ValueFormat format, double value, double maximum, Shade shade, String word)
    implements Chart {
  /** Checks the range. */
  public GaugeChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(shade, "shade");
    Objects.requireNonNull(word, "word");
    if (!(maximum > 0)) {
      throw new IllegalArgumentException("maximum must be above zero but is " + maximum);
    }
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.gauge(this);
  }
}

package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line the size of a word, without axes.
 *
 * @param caption words
 * @param values at even distances, {@code NaN} leaves a gap
 * @param target a dashed line
 */
public record Sparkline(Caption caption, List<Double> values, Optional<Double> target)
    implements Chart {
  /** Checks and copies. */
  public Sparkline {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(target, "target");
    values = List.copyOf(values);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.sparkline(this);
  }
}

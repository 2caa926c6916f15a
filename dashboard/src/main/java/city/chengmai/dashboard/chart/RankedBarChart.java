package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A ranking (排名): horizontal bars in the given order, each with its value, one's own stands out.
 *
 * @param caption words
 * @param format how values are written
 * @param bars from top to bottom
 * @param target marked across the bars
 */
public record RankedBarChart(
    Caption caption, ValueFormat format, List<Bar> bars, Optional<Target> target) implements Chart {

  /**
   * One bar.
   *
   * @param label translated or proper name
   * @param value {@code NaN} for none
   * @param own whether this is the unit the page is about
   */
  public record Bar(String label, double value, boolean own) {
    /** Checks that the label is there. */
    public Bar {
      Objects.requireNonNull(label, "label");
    }
  }

  /** Checks and copies. */
  public RankedBarChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(target, "target");
    bars = List.copyOf(bars);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.rankedBar(this);
  }
}

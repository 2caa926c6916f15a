package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;

/**
 * Upright bars of stacked layers.
 *
 * @param caption words
 * @param format how values are written
 * @param categories labels below the bars
 * @param layers at most six, the first at the bottom; one value for each category
 */
public record StackedBarChart(
    Caption caption, ValueFormat format, List<String> categories, List<Named> layers)
    implements Chart {
  /** Checks and copies. */
  public StackedBarChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    categories = List.copyOf(categories);
    layers = SeriesLimit.copy(layers);
    SeriesLimit.sameSize("categories", categories.size(), layers);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.stackedBar(this);
  }
}

package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;

/**
 * A table of cells coloured by value, such as weekday by hour.
 *
 * @param caption words
 * @param format how the legend's values are written
 * @param columns labels below, from left to right
 * @param rows from top to bottom, one value for each column; {@code NaN} is hatched
 */
public record HeatMapChart(
    Caption caption, ValueFormat format, List<String> columns, List<Named> rows) implements Chart {
  /** Checks and copies. */
  public HeatMapChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    SeriesLimit.sameSize("columns", columns.size(), rows);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.heatMap(this);
  }
}

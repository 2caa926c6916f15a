package city.chengmai.dashboard.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Areas over time, stacked on one another. All series have values at the same moments.
 *
 * @param caption words
 * @param format how values are written
 * @param zone the city's zone, in which the time axis is labelled
 * @param series at most six, the first at the bottom
 */
public record AreaChart(Caption caption, ValueFormat format, ZoneId zone, List<Series> series)
    implements Chart {
  /** Checks and copies. */
  public AreaChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(zone, "zone");
    series = SeriesLimit.copy(series);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.area(this);
  }
}

package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;

/**
 * A named line or area over time.
 *
 * @param name translated name, shown in the legend
 * @param values in time order
 */
public record Series(String name, List<TimedValue> values) {
  /** Copies the values. */
  public Series {
    Objects.requireNonNull(name, "name");
    values = List.copyOf(values);
  }
}

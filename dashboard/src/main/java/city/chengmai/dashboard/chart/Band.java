package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;

/**
 * A shaded band behind the lines: the peers' P25 to P75, or the bounds of an alert.
 *
 * @param name translated name, shown in the legend
 * @param ranges in time order
 */
public record Band(String name, List<TimedRange> ranges) {
  /** Copies the ranges. */
  public Band {
    Objects.requireNonNull(name, "name");
    ranges = List.copyOf(ranges);
  }
}

package city.chengmai.dashboard.chart;

import java.util.Objects;

/**
 * A value to be reached or kept.
 *
 * @param name translated name, such as "目标 90%"
 * @param value in the unit of the chart
 */
public record Target(String name, double value) {
  /** Checks that the name is there. */
  public Target {
    Objects.requireNonNull(name, "name");
  }
}

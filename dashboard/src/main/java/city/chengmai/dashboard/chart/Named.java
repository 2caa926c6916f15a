package city.chengmai.dashboard.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A named row of values, one a category or axis of the chart.
 *
 * @param name translated name, shown in the legend
 * @param values one for each category, {@code NaN} where there is none
 */
public record Named(String name, List<Double> values) {
  /** Copies the values. */
  public Named {
    Objects.requireNonNull(name, "name");
    values = List.copyOf(values);
  }

  /** A row from plain numbers. */
  public static Named of(String name, double... values) {
    return new Named(name, Arrays.stream(values).boxed().toList());
  }
}

package city.chengmai.dashboard.chart;

import java.util.Objects;

/**
 * A value with its interval, the size of a line of text: a whisker for the interval, a dot for the
 * best estimate, a ring for the raw value, a dash for the peers.
 *
 * @param caption words
 * @param scale ends of the axis
 * @param raw raw value, {@code NaN} for none
 * @param best best estimate, {@code NaN} for none
 * @param lower lower end of the interval, {@code NaN} for none
 * @param upper upper end of the interval, {@code NaN} for none
 * @param peer value of the peers together, {@code NaN} for none
 */
public record IntervalChart(
    Caption caption, Scale scale, double raw, double best, double lower, double upper, double peer)
    implements Chart {

  /** The ends of an axis, the first below the second. */
  public record Scale(double from, double to) {
    /** Checks the order. */
    public Scale {
      if (!(from < to)) {
        throw new IllegalArgumentException("an axis cannot run from " + from + " to " + to);
      }
    }
  }

  /** Checks that words and scale are there. */
  public IntervalChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(scale, "scale");
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.interval(this);
  }
}

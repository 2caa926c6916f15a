package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A funnel plot (漏斗图): values over the size of their samples, between limits that chance alone
 * seldom passes.
 *
 * @param caption words
 * @param format how values are written
 * @param sample name of the sample axis
 * @param points one a unit
 * @param limits from small samples to large ones; empty where there are none
 * @param peer value of all together
 * @param names of the limits in the legend
 */
public record FunnelChart(
    Caption caption,
    ValueFormat format,
    String sample,
    List<Point> points,
    List<Limit> limits,
    Optional<Target> peer,
    LimitNames names)
    implements Chart {

  /**
   * A unit.
   *
   * @param own whether this is the unit the page is about
   */
  public record Point(String name, double sample, double value, boolean own) {
    /** Checks that the name is there. */
    public Point {
      Objects.requireNonNull(name, "name");
    }
  }

  /** The limits at one size of sample. */
  public record Limit(double sample, double farLow, double low, double high, double farHigh) {}

  /** What the legend calls the inner and the outer limits. */
  public record LimitNames(String inner, String outer) {
    /** Checks that both are there. */
    public LimitNames {
      Objects.requireNonNull(inner, "inner");
      Objects.requireNonNull(outer, "outer");
    }
  }

  /** Checks and copies. */
  public FunnelChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(names, "names");
    points = List.copyOf(points);
    limits = List.copyOf(limits);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.funnel(this);
  }
}

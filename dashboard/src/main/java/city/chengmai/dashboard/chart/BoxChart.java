package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;

/**
 * A box plot (箱线图): how durations or scores spread.
 *
 * @param caption words
 * @param format how values are written
 * @param boxes from left to right
 */
public record BoxChart(Caption caption, ValueFormat format, List<Box> boxes) implements Chart {

  /**
   * One box with its whiskers.
   *
   * @param label below the box
   * @param low end of the lower whisker
   * @param lowerQuartile P25
   * @param median P50
   * @param upperQuartile P75
   * @param high end of the upper whisker
   * @param outliers values beyond the whiskers
   */
  public record Box(
      String label,
      double low,
      double lowerQuartile,
      double median,
      double upperQuartile,
      double high,
      List<Double> outliers) {
    /** Checks the order of the values. */
    public Box {
      Objects.requireNonNull(label, "label");
      outliers = List.copyOf(outliers);
      boolean ordered =
          low <= lowerQuartile
              && lowerQuartile <= median
              && median <= upperQuartile
              && upperQuartile <= high;
      if (!ordered) {
        throw new IllegalArgumentException("The values of box " + label + " are not in order");
      }
    }
  }

  /** Checks and copies. */
  public BoxChart {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(format, "format");
    boxes = List.copyOf(boxes);
  }

  @Override
  public <T> T read(ChartReader<T> reader) {
    return reader.box(this);
  }
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.ValueFormat;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleInsets;

/** Axes without lines or marks: the labels and the grid of the values say enough. */
final class Axes {
  private static final int STEPS = 4;

  private Axes() {}

  /** A value axis from a round number below the values to a round number above them. */
  static NumberAxis values(DoubleStream values, boolean fromZero, ValueFormat format, Look look) {
    double[] shown = values.filter(Double::isFinite).toArray();
    double least = DoubleStream.of(shown).min().orElse(0);
    double most = DoubleStream.of(shown).max().orElse(1);
    double low = fromZero ? Math.min(0, least) : least;
    double high = fromZero ? Math.max(0, most) : most;
    double step = step(high > low ? high - low : Math.max(1, Math.abs(high)), format);
    double first = Math.floor(low / step + 1e-9) * step;
    double last = Math.max(Math.ceil(high / step - 1e-9) * step, first + step);
    boolean full = format.percent() && last >= 1 - 1e-9;
    if (last - high < step * 0.04 && !full && high > low) {
      // A line along the very edge would be drawn half.
      last += step;
    }
    NumberAxis axis = new NumberAxis();
    bare(axis, look);
    axis.setRange(first, last);
    axis.setTickUnit(new NumberTickUnit(step, format.formatter()));
    return axis;
  }

  /** The smallest of 1, 2 and 5 times a power of ten that needs few steps and prints exactly. */
  private static double step(double span, ValueFormat format) {
    double least = Math.pow(10, -format.decimals()) / (format.percent() ? 100 : 1);
    double power = Math.pow(10, Math.floor(Math.log10(span / STEPS)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power * (STEPS + 1) > span) {
        return Math.max(least, factor * power);
      }
    }
    return Math.max(least, 10 * power);
  }

  /** A category axis whose labels may take two lines before they are cut. */
  static CategoryAxis categories(Look look) {
    CategoryAxis axis = new CategoryAxis();
    bare(axis, look);
    axis.setMaximumCategoryLabelLines(2);
    axis.setMaximumCategoryLabelWidthRatio(1.3f);
    axis.setLowerMargin(0.01);
    axis.setUpperMargin(0.01);
    axis.setCategoryMargin(0.3);
    axis.setCategoryLabelPositionOffset((int) Math.round(look.px(5)));
    return axis;
  }

  static void bare(Axis axis, Look look) {
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(look.label());
    axis.setTickLabelPaint(look.theme().muted());
    axis.setLabelFont(look.label());
    axis.setLabelInsets(RectangleInsets.ZERO_INSETS);
    axis.setTickLabelInsets(look.insets(3, 4, 3, 6));
  }
}

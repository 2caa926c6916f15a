package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/** Plots with the house grid: solid faint lines for the values, none for the other axis. */
final class Plots {
  private Plots() {}

  /** So few moments have marks, which need room at both ends. */
  private static final int FEW_MOMENTS = 16;

  /** An empty plot over time; the moments are in order. */
  static XYPlot time(List<Instant> moments, ZoneId zone, Look look) {
    Instant first = moments.isEmpty() ? Instant.EPOCH : moments.get(0);
    Instant last = moments.isEmpty() ? Instant.EPOCH : moments.get(moments.size() - 1);
    XYPlot plot = new XYPlot();
    boolean few = moments.stream().distinct().limit(FEW_MOMENTS + 1L).count() <= FEW_MOMENTS;
    plot.setDomainAxis(TimeAxis.of(first, last, zone, few, look));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    grid(plot, look);
    return plot;
  }

  static void grid(XYPlot plot, Look look) {
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(look.theme().gridLine());
    plot.setRangeGridlineStroke(look.line(1));
    plot.setRangeZeroBaselineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  static CategoryPlot categories(
      CategoryDataset dataset,
      CategoryAxis categories,
      NumberAxis values,
      CategoryItemRenderer renderer,
      Look look) {
    CategoryPlot plot = new CategoryPlot(dataset, categories, values, renderer);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(look.theme().gridLine());
    plot.setRangeGridlineStroke(look.line(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  static ValueMarker target(Target target, Look look) {
    return new ValueMarker(target.value(), look.theme().text(), look.dashed(1.4));
  }

  static void addTarget(CategoryPlot plot, Target target, Look look) {
    plot.addRangeMarker(target(target, look), Layer.FOREGROUND);
  }
}

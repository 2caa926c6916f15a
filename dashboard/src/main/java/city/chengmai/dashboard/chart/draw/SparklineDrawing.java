package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Sparkline;
import java.awt.geom.Ellipse2D;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a sparkline: the line, and a dot on its last value. */
final class SparklineDrawing {
  private static final double MARGIN = 0.15;

  private SparklineDrawing() {}

  static JFreeChart of(Sparkline data, Look look) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, look.series(0));
    renderer.setSeriesStroke(0, look.line(2));
    renderer.setSeriesLinesVisible(1, false);
    renderer.setSeriesShapesVisible(1, true);
    renderer.setSeriesPaint(1, look.series(0));
    double radius = look.px(3);
    renderer.setSeriesShape(1, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    XYPlot plot = new XYPlot(dataset(data), across(data, look), range(data, look), renderer);
    Plots.grid(plot, look);
    plot.setRangeGridlinesVisible(false);
    data.target()
        .ifPresent(
            value ->
                plot.addRangeMarker(new ValueMarker(value, look.theme().muted(), look.dashed(1))));
    JFreeChart chart = Stage.of(plot, data.caption(), new Legend(look), look);
    chart.setPadding(look.insets(3, 3, 3, 5));
    return chart;
  }

  private static XYSeriesCollection dataset(Sparkline data) {
    XYSeries line = new XYSeries(0, false, true);
    XYSeries last = new XYSeries(1, false, true);
    for (int i = 0; i < data.values().size(); i++) {
      line.add(i, data.values().get(i));
    }
    for (int i = data.values().size() - 1; i >= 0 && last.isEmpty(); i--) {
      if (Double.isFinite(data.values().get(i))) {
        last.add(i, data.values().get(i));
      }
    }
    XYSeriesCollection dataset = new XYSeriesCollection(line);
    dataset.addSeries(last);
    return dataset;
  }

  private static NumberAxis across(Sparkline data, Look look) {
    double last = Math.max(1, data.values().size() - 1);
    // Room for the dot on the last value.
    return hidden(0, last * 1.03, look);
  }

  private static NumberAxis range(Sparkline data, Look look) {
    double[] shown =
        DoubleStream.concat(
                data.values().stream().mapToDouble(Double::doubleValue),
                data.target().stream().mapToDouble(Double::doubleValue))
            .filter(Double::isFinite)
            .toArray();
    double least = DoubleStream.of(shown).min().orElse(0);
    double most = DoubleStream.of(shown).max().orElse(1);
    double margin = most > least ? (most - least) * MARGIN : 1;
    return hidden(least - margin, most + margin, look);
  }

  private static NumberAxis hidden(double low, double high, Look look) {
    NumberAxis axis = new NumberAxis();
    // Not drawn, and measured all the same: its own font would be the machine's.
    axis.setTickLabelFont(look.label());
    axis.setRange(low, high);
    axis.setVisible(false);
    return axis;
  }
}

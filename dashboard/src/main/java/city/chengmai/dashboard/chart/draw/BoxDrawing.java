package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.BoxChart;
import city.chengmai.dashboard.chart.BoxChart.Box;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;

/** Draws box plots. */
final class BoxDrawing {
  private BoxDrawing() {}

  static JFreeChart of(BoxChart data, Look look) {
    BoxAndWhiskerRenderer renderer = new WithOutliers(data, look);
    renderer.setMeanVisible(false);
    renderer.setMaximumBarWidth(0.1);
    renderer.setWhiskerWidth(0.5);
    renderer.setSeriesPaint(0, Look.faded(look.series(0), 0.6));
    renderer.setSeriesOutlinePaint(0, look.theme().muted());
    renderer.setSeriesStroke(0, look.line(1.4));
    renderer.setSeriesOutlineStroke(0, look.line(1.4));
    renderer.setUseOutlinePaintForWhiskers(true);
    renderer.setArtifactPaint(look.theme().text());
    CategoryPlot plot =
        Plots.categories(
            dataset(data),
            Axes.categories(look),
            Axes.values(values(data), true, data.format(), look),
            renderer,
            look);
    return Stage.of(plot, data.caption(), new Legend(look).unit(data.format().unit()), look);
  }

  private static DoubleStream values(BoxChart data) {
    return data.boxes().stream()
        .flatMapToDouble(
            box ->
                DoubleStream.concat(
                    DoubleStream.of(box.low(), box.high()),
                    box.outliers().stream().mapToDouble(Double::doubleValue)));
  }

  private static DefaultBoxAndWhiskerCategoryDataset dataset(BoxChart data) {
    DefaultBoxAndWhiskerCategoryDataset dataset = new DefaultBoxAndWhiskerCategoryDataset();
    for (int i = 0; i < data.boxes().size(); i++) {
      Box box = data.boxes().get(i);
      dataset.add(item(box), "", new Category(i, box.label()));
    }
    return dataset;
  }

  private static BoxAndWhiskerItem item(Box box) {
    return new BoxAndWhiskerItem(
        box.median(),
        box.median(),
        box.lowerQuartile(),
        box.upperQuartile(),
        box.low(),
        box.high(),
        box.low(),
        box.high(),
        List.of());
  }

  /** Draws each outlier as a dot; JFreeChart's own circles are as wide as the box. */
  private static final class WithOutliers extends BoxAndWhiskerRenderer {
    private static final long serialVersionUID = 1;
    private final transient BoxChart data;
    private final transient Look look;

    WithOutliers(BoxChart data, Look look) {
      this.data = data;
      this.look = look;
    }

    @Override
    public void drawVerticalItem(
        Graphics2D g2,
        CategoryItemRendererState state,
        Rectangle2D area,
        CategoryPlot plot,
        CategoryAxis categories,
        ValueAxis values,
        CategoryDataset dataset,
        int row,
        int column) {
      super.drawVerticalItem(g2, state, area, plot, categories, values, dataset, row, column);
      double x =
          categories.getCategoryMiddle(column, getColumnCount(), area, plot.getDomainAxisEdge());
      double radius = look.px(3);
      g2.setPaint(look.series(0));
      for (double value : data.boxes().get(column).outliers()) {
        double y = values.valueToJava2D(value, area, plot.getRangeAxisEdge());
        g2.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
      }
    }
  }
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.BoxChart;
import city.chengmai.dashboard.chart.BoxChart.Box;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;

/** Draws box plots. */
final class BoxDrawing {
  private BoxDrawing() {}

  static JFreeChart of(BoxChart data, Look look) {
    BoxAndWhiskerRenderer renderer = new BoxAndWhiskerRenderer();
    renderer.setMeanVisible(false);
    renderer.setMaximumBarWidth(0.1);
    renderer.setWhiskerWidth(0.5);
    renderer.setSeriesPaint(0, look.series(0));
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
    double least = box.outliers().stream().mapToDouble(d -> d).min().orElse(box.low());
    double most = box.outliers().stream().mapToDouble(d -> d).max().orElse(box.high());
    return new BoxAndWhiskerItem(
        box.median(),
        box.median(),
        box.lowerQuartile(),
        box.upperQuartile(),
        box.low(),
        box.high(),
        Math.min(least, box.low()),
        Math.max(most, box.high()),
        box.outliers());
  }
}

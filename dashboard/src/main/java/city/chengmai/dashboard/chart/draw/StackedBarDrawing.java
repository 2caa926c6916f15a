package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.StackedBarChart;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws upright stacked bars. */
final class StackedBarDrawing {
  private StackedBarDrawing() {}

  static JFreeChart of(StackedBarChart data, Look look) {
    Legend legend = new Legend(look).unit(data.format().unit());
    StackedBarRenderer renderer = new StackedBarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.12);
    for (int i = 0; i < data.layers().size(); i++) {
      renderer.setSeriesPaint(i, look.series(i));
      legend.area(data.layers().get(i).name(), look.series(i));
    }
    CategoryPlot plot =
        Plots.categories(
            dataset(data),
            Axes.categories(look),
            Axes.values(totals(data), true, data.format(), look),
            renderer,
            look);
    return Stage.of(plot, data.caption(), legend, look);
  }

  private static DoubleStream totals(StackedBarChart data) {
    return IntStream.range(0, data.categories().size())
        .mapToDouble(
            i ->
                data.layers().stream()
                    .mapToDouble(layer -> layer.values().get(i))
                    .filter(Double::isFinite)
                    .sum());
  }

  private static DefaultCategoryDataset dataset(StackedBarChart data) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int row = 0; row < data.layers().size(); row++) {
      Named layer = data.layers().get(row);
      for (int i = 0; i < data.categories().size(); i++) {
        double value = layer.values().get(i);
        Number shown = Double.isNaN(value) ? null : Double.valueOf(value);
        dataset.addValue(shown, row, new Category(i, data.categories().get(i)));
      }
    }
    return dataset;
  }
}

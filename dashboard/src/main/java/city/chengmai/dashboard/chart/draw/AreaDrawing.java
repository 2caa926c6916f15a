package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.AreaChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.data.xy.DefaultTableXYDataset;
import org.jfree.data.xy.XYSeries;

/** Draws stacked areas over time. */
final class AreaDrawing {
  private AreaDrawing() {}

  static JFreeChart of(AreaChart data, Look look) {
    Map<Instant, Double> totals = totals(data);
    XYPlot plot = Plots.time(totals.keySet().stream().toList(), data.zone(), look);
    plot.setRangeAxis(
        Axes.values(
            totals.values().stream().mapToDouble(Double::doubleValue), true, data.format(), look));
    Legend legend = new Legend(look).unit(data.format().unit());
    StackedXYAreaRenderer2 renderer = new StackedXYAreaRenderer2();
    renderer.setOutline(false);
    for (int i = 0; i < data.series().size(); i++) {
      renderer.setSeriesPaint(i, Look.faded(look.series(i), 0.8));
      legend.area(data.series().get(i).name(), look.series(i));
    }
    plot.setDataset(dataset(data));
    plot.setRenderer(renderer);
    return Stage.of(plot, data.caption(), legend, look);
  }

  private static Map<Instant, Double> totals(AreaChart data) {
    Map<Instant, Double> totals = new TreeMap<>();
    for (Series series : data.series()) {
      for (TimedValue value : series.values()) {
        totals.merge(value.at(), orZero(value), Double::sum);
      }
    }
    return totals;
  }

  private static DefaultTableXYDataset dataset(AreaChart data) {
    DefaultTableXYDataset dataset = new DefaultTableXYDataset();
    for (Series series : data.series()) {
      XYSeries points = new XYSeries(dataset.getSeriesCount(), true, false);
      series
          .values()
          .forEach(value -> points.add((double) value.at().toEpochMilli(), orZero(value)));
      dataset.addSeries(points);
    }
    return dataset;
  }

  private static double orZero(TimedValue value) {
    return Double.isNaN(value.value()) ? 0 : value.value();
  }
}

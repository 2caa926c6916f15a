package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Band;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.Target;
import city.chengmai.dashboard.chart.TimedRange;
import city.chengmai.dashboard.chart.TimedValue;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws lines over time: band at the back, then the period before, then the series. */
final class LineDrawing {
  private static final int FEW_POINTS = 16;
  private static final int SERIES = 2;
  private static final double BAND_STRENGTH = 0.18;

  private final LineChart data;
  private final Look look;
  private final Legend legend;

  private LineDrawing(LineChart data, Look look) {
    this.data = data;
    this.look = look;
    this.legend = new Legend(look).unit(data.format().unit());
  }

  static JFreeChart of(LineChart data, Look look) {
    return new LineDrawing(data, look).draw();
  }

  private JFreeChart draw() {
    XYPlot plot = Plots.time(moments(), data.zone(), look);
    plot.setRangeAxis(Axes.values(values(), !data.format().percent(), data.format(), look));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    data.context().band().ifPresent(band -> addBand(plot, band));
    data.context().previous().ifPresent(previous -> addPrevious(plot, previous));
    addSeries(plot);
    data.context().target().ifPresent(target -> addTarget(plot, target));
    return Stage.of(plot, data.caption(), legend, look);
  }

  private void addBand(XYPlot plot, Band band) {
    YIntervalSeries series = new YIntervalSeries(0);
    for (TimedRange range : band.ranges()) {
      series.add((double) range.at().toEpochMilli(), range.low(), range.low(), range.high());
    }
    YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
    dataset.addSeries(series);
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha((float) BAND_STRENGTH);
    renderer.setSeriesFillPaint(0, look.series(0));
    plot.setDataset(0, dataset);
    plot.setRenderer(0, renderer);
    legend.area(band.name(), Look.faded(look.series(0), 2 * BAND_STRENGTH));
  }

  private void addPrevious(XYPlot plot, Series previous) {
    XYLineAndShapeRenderer renderer = lines();
    Color grey = Look.faded(look.theme().muted(), 0.7);
    renderer.setSeriesPaint(0, grey);
    renderer.setSeriesStroke(0, look.line(1.6));
    plot.setDataset(1, dataset(List.of(previous)));
    plot.setRenderer(1, renderer);
    legend.line(previous.name(), grey, look.line(1.6));
  }

  private void addSeries(XYPlot plot) {
    XYLineAndShapeRenderer renderer = lines();
    for (int i = 0; i < data.series().size(); i++) {
      Series series = data.series().get(i);
      renderer.setSeriesPaint(i, look.series(i));
      renderer.setSeriesStroke(i, look.seriesLine(i));
      renderer.setSeriesShapesVisible(i, series.values().size() <= FEW_POINTS);
      legend.line(series.name(), look.series(i), look.seriesLine(i));
    }
    plot.setDataset(SERIES, dataset(data.series()));
    plot.setRenderer(SERIES, renderer);
  }

  private void addTarget(XYPlot plot, Target target) {
    // Of the series' own index: a marker of a dataset that is not there is not drawn.
    plot.addRangeMarker(SERIES, Plots.target(target, look), Layer.FOREGROUND);
    legend.line(target.name(), look.theme().text(), look.dashed(1.4));
  }

  private XYLineAndShapeRenderer lines() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    // One path a series instead of one a segment: a quarter of the SVG.
    renderer.setDrawSeriesLineAsPath(true);
    double radius = look.px(3);
    renderer.setDefaultShape(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    renderer.setAutoPopulateSeriesShape(false);
    return renderer;
  }

  private static XYSeriesCollection dataset(List<Series> all) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    for (Series series : all) {
      XYSeries points = new XYSeries(dataset.getSeriesCount(), false, true);
      for (TimedValue value : series.values()) {
        points.add((double) value.at().toEpochMilli(), value.value());
      }
      dataset.addSeries(points);
    }
    return dataset;
  }

  private List<Instant> moments() {
    return Stream.concat(
            all().map(TimedValue::at),
            data.context().band().stream()
                .flatMap(band -> band.ranges().stream())
                .map(TimedRange::at))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private DoubleStream values() {
    DoubleStream ranges =
        data.context().band().stream()
            .flatMap(band -> band.ranges().stream())
            .flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()));
    DoubleStream target = data.context().target().stream().mapToDouble(Target::value);
    return DoubleStream.concat(
        all().mapToDouble(TimedValue::value), DoubleStream.concat(ranges, target));
  }

  private Stream<TimedValue> all() {
    return Stream.concat(data.series().stream(), data.context().previous().stream())
        .flatMap(series -> series.values().stream());
  }
}

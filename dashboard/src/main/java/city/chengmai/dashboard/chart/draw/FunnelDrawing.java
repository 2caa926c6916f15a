package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.FunnelChart;
import city.chengmai.dashboard.chart.FunnelChart.Limit;
import city.chengmai.dashboard.chart.FunnelChart.Point;
import city.chengmai.dashboard.chart.ValueFormat;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a funnel plot: limits at the back, then all units in grey, then one's own. */
final class FunnelDrawing {
  private static final double RADIUS = 4.5;
  private static final double OWN_RADIUS = 6.5;

  private final FunnelChart data;
  private final Look look;
  private final Legend legend;
  private final XYPlot plot = new XYPlot();

  private FunnelDrawing(FunnelChart data, Look look) {
    this.data = data;
    this.look = look;
    this.legend = new Legend(look).unit(data.format().unit());
  }

  static JFreeChart of(FunnelChart data, Look look) {
    return new FunnelDrawing(data, look).draw();
  }

  private JFreeChart draw() {
    plot.setDomainAxis(samples());
    plot.setRangeAxis(Axes.values(values(), !data.format().percent(), data.format(), look));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    Plots.grid(plot, look);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    if (!data.limits().isEmpty()) {
      Color grey = look.theme().muted();
      limits(0, List.of(Limit::farLow, Limit::farHigh), grey, look.line(1.2));
      limits(1, List.of(Limit::low, Limit::high), grey, look.dashed(1.2));
      legend.line(data.names().inner(), grey, look.dashed(1.2));
      legend.line(data.names().outer(), grey, look.line(1.2));
    }
    data.peer()
        .ifPresent(
            peer -> {
              plot.addRangeMarker(Plots.target(peer, look));
              legend.line(peer.name(), look.theme().text(), look.dashed(1.4));
            });
    points(2, false, Look.faded(look.theme().muted(), 0.65), RADIUS);
    points(3, true, look.series(0), OWN_RADIUS);
    data.points().stream().filter(Point::own).forEach(this::label);
    return Stage.of(plot, data.caption(), legend, look);
  }

  private NumberAxis samples() {
    DoubleStream all = data.points().stream().mapToDouble(Point::sample);
    NumberAxis axis = Axes.values(all, true, ValueFormat.count(""), look);
    axis.setLabel(data.sample());
    axis.setLabelPaint(look.theme().muted());
    return axis;
  }

  /** Limits of tiny samples reach further than anything worth showing: the points decide. */
  private DoubleStream values() {
    DoubleStream shown = data.points().stream().mapToDouble(Point::value);
    DoubleStream peer = data.peer().stream().mapToDouble(target -> target.value());
    DoubleStream bounds =
        data.limits().stream()
            .filter(limit -> limit.sample() >= smallestSample())
            .flatMapToDouble(limit -> DoubleStream.of(limit.farLow(), limit.farHigh()));
    return DoubleStream.concat(DoubleStream.concat(shown, peer), bounds);
  }

  private double smallestSample() {
    return data.points().stream().mapToDouble(Point::sample).min().orElse(0);
  }

  private void limits(int index, List<ToDoubleFunction<Limit>> sides, Color color, Stroke stroke) {
    XYSeriesCollection dataset = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int side = 0; side < sides.size(); side++) {
      XYSeries series = new XYSeries(side, false, true);
      for (Limit limit : data.limits()) {
        series.add(limit.sample(), sides.get(side).applyAsDouble(limit));
      }
      dataset.addSeries(series);
      renderer.setSeriesPaint(side, color);
      renderer.setSeriesStroke(side, stroke);
    }
    plot.setDataset(index, dataset);
    plot.setRenderer(index, renderer);
  }

  private void points(int index, boolean own, Color color, double size) {
    XYSeries series = new XYSeries(0, false, true);
    data.points().stream()
        .filter(point -> point.own() == own)
        .forEach(point -> series.add(point.sample(), point.value()));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    double radius = look.px(size);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    renderer.setSeriesPaint(0, color);
    plot.setDataset(index, new XYSeriesCollection(series));
    plot.setRenderer(index, renderer);
  }

  private void label(Point own) {
    boolean right = own.sample() > plot.getDomainAxis().getUpperBound() / 2;
    double gap =
        plot.getDomainAxis().getUpperBound() * look.px(2 * OWN_RADIUS) / look.frame().width();
    double place = own.sample() + (right ? -gap : gap);
    XYTextAnnotation label = new XYTextAnnotation(own.name(), place, own.value());
    label.setFont(look.strongLabel());
    label.setPaint(look.theme().text());
    label.setTextAnchor(right ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    plot.addAnnotation(label);
  }
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.IntervalChart;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** Draws a dot with whiskers in the height of a line of text. */
final class IntervalDrawing extends BarePlot {
  private static final long serialVersionUID = 1;
  private static final double RADIUS = 4;

  private final transient IntervalChart data;
  private final transient Look look;

  private IntervalDrawing(IntervalChart data, Look look) {
    this.data = data;
    this.look = look;
  }

  static JFreeChart of(IntervalChart data, Look look) {
    JFreeChart chart =
        Stage.of(new IntervalDrawing(data, look), data.caption(), new Legend(look), look);
    chart.setPadding(look.insets(1, 6, 1, 6));
    return chart;
  }

  @Override
  void draw(Graphics2D g2, Rectangle2D area) {
    double middle = area.getCenterY();
    g2.setPaint(look.theme().gridLine());
    g2.setStroke(look.line(1));
    g2.draw(new Line2D.Double(area.getMinX(), middle, area.getMaxX(), middle));
    if (Double.isFinite(data.peer())) {
      g2.setPaint(look.theme().muted());
      g2.setStroke(look.line(1.6));
      double half = area.getHeight() / 2 - look.px(1);
      double peer = across(data.peer(), area);
      g2.draw(new Line2D.Double(peer, middle - half, peer, middle + half));
    }
    g2.setPaint(look.series(0));
    g2.setStroke(look.line(2.4));
    if (Double.isFinite(data.lower()) && Double.isFinite(data.upper())) {
      g2.draw(
          new Line2D.Double(
              across(data.lower(), area), middle, across(data.upper(), area), middle));
    }
    if (Double.isFinite(data.best())) {
      g2.fill(circle(across(data.best(), area), middle));
    }
    if (Double.isFinite(data.raw())) {
      g2.setPaint(look.theme().text());
      g2.setStroke(look.line(1.2));
      g2.draw(circle(across(data.raw(), area), middle));
    }
  }

  private Ellipse2D circle(double x, double y) {
    double radius = look.px(RADIUS);
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** The place of a value; one beyond the axis stands at its end. */
  private double across(double value, Rectangle2D area) {
    double way = (value - data.scale().from()) / (data.scale().to() - data.scale().from());
    return area.getMinX() + Math.max(0, Math.min(1, way)) * area.getWidth();
  }
}

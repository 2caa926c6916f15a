package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.RadarChart;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.LineMetrics;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** Draws a radar with four rings; JFreeChart's own spider web has none. */
final class RadarDrawing extends BarePlot {
  private static final long serialVersionUID = 1;
  private static final int RINGS = 4;

  private final transient RadarChart data;
  private final transient Look look;

  private RadarDrawing(RadarChart data, Look look) {
    this.data = data;
    this.look = look;
  }

  static JFreeChart of(RadarChart data, Look look) {
    Legend legend = new Legend(look).line(data.own().name(), look.series(0), look.line(2.4));
    data.peer().ifPresent(peer -> legend.line(peer.name(), look.theme().muted(), look.dashed(1.8)));
    return Stage.of(new RadarDrawing(data, look), data.caption(), legend, look);
  }

  @Override
  void draw(Graphics2D g2, Rectangle2D area) {
    Font font = look.label();
    double widest =
        data.axes().stream()
            .mapToDouble(axis -> font.getStringBounds(axis, g2.getFontRenderContext()).getWidth())
            .max()
            .orElse(0);
    double across = area.getWidth() / 2 - widest - look.px(10);
    double upright = area.getHeight() / 2 - look.px(26);
    double radius = Math.max(look.px(20), Math.min(across, upright));
    Point2D centre = new Point2D.Double(area.getCenterX(), area.getCenterY());
    drawRings(g2, centre, radius);
    data.peer().ifPresent(peer -> drawPeer(g2, centre, radius, peer));
    drawOwn(g2, centre, radius);
    drawLabels(g2, centre, radius, font);
  }

  private void drawRings(Graphics2D g2, Point2D centre, double radius) {
    g2.setPaint(look.theme().gridLine());
    g2.setStroke(look.line(1));
    for (int ring = 1; ring <= RINGS; ring++) {
      double share = (double) ring / RINGS;
      g2.draw(polygon(centre, radius, Collections.nCopies(data.axes().size(), share)));
    }
    for (int axis = 0; axis < data.axes().size(); axis++) {
      g2.draw(new Line2D.Double(centre, point(centre, radius, axis, 1)));
    }
  }

  private void drawPeer(Graphics2D g2, Point2D centre, double radius, Named peer) {
    g2.setPaint(look.theme().muted());
    g2.setStroke(look.dashed(1.8));
    g2.draw(polygon(centre, radius, shares(peer)));
  }

  private void drawOwn(Graphics2D g2, Point2D centre, double radius) {
    List<Double> shares = shares(data.own());
    Path2D outline = polygon(centre, radius, shares);
    g2.setPaint(Look.faded(look.series(0), 0.22));
    g2.fill(outline);
    g2.setPaint(look.series(0));
    g2.setStroke(look.line(2.4));
    g2.draw(outline);
    drawDots(g2, centre, radius, shares);
  }

  private List<Double> shares(Named scores) {
    return scores.values().stream()
        .map(value -> Double.isNaN(value) ? 0 : value / data.maximum())
        .map(share -> Math.min(1, Math.max(0, share)))
        .toList();
  }

  private void drawDots(Graphics2D g2, Point2D centre, double radius, List<Double> shares) {
    double dot = look.px(3);
    for (int axis = 0; axis < shares.size(); axis++) {
      Point2D at = point(centre, radius, axis, shares.get(axis));
      g2.fill(new Ellipse2D.Double(at.getX() - dot, at.getY() - dot, 2 * dot, 2 * dot));
    }
  }

  private void drawLabels(Graphics2D g2, Point2D centre, double radius, Font font) {
    g2.setFont(font);
    g2.setPaint(look.theme().text());
    for (int axis = 0; axis < data.axes().size(); axis++) {
      String label = data.axes().get(axis);
      Point2D at = point(centre, radius + look.px(8), axis, 1);
      double width = font.getStringBounds(label, g2.getFontRenderContext()).getWidth();
      LineMetrics metrics = font.getLineMetrics(label, g2.getFontRenderContext());
      double side = (at.getX() - centre.getX()) / (radius + look.px(8));
      double height = (at.getY() - centre.getY()) / (radius + look.px(8));
      double x = at.getX() - width * (1 - side) / 2;
      double capital = metrics.getAscent() * 0.75;
      double y = at.getY() + capital * (1 + height) / 2;
      g2.drawString(label, (float) x, (float) y);
    }
  }

  private Path2D polygon(Point2D centre, double radius, List<Double> shares) {
    Path2D path = new Path2D.Double();
    for (int axis = 0; axis < shares.size(); axis++) {
      Point2D at = point(centre, radius, axis, shares.get(axis));
      if (axis == 0) {
        path.moveTo(at.getX(), at.getY());
      } else {
        path.lineTo(at.getX(), at.getY());
      }
    }
    path.closePath();
    return path;
  }

  private Point2D point(Point2D centre, double radius, int axis, double share) {
    double angle = 2 * Math.PI * axis / data.axes().size();
    return new Point2D.Double(
        centre.getX() + radius * share * Math.sin(angle),
        centre.getY() - radius * share * Math.cos(angle));
  }
}

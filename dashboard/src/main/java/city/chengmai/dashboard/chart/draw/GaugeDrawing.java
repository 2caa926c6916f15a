package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.GaugeChart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** Draws an arc of 240 degrees that stays round; JFreeChart's dials stretch. */
final class GaugeDrawing extends BarePlot {
  private static final long serialVersionUID = 1;
  private static final double START = 210;
  private static final double SWEEP = 240;

  private final transient GaugeChart data;
  private final transient Look look;

  private GaugeDrawing(GaugeChart data, Look look) {
    this.data = data;
    this.look = look;
  }

  static JFreeChart of(GaugeChart data, Look look) {
    return Stage.of(new GaugeDrawing(data, look), data.caption(), new Legend(look), look);
  }

  @Override
  void draw(Graphics2D g2, Rectangle2D area) {
    // The arc of 240 degrees is 1.5 radii high; the rest of the square stays empty.
    double outer = Math.min(area.getWidth() / 2, area.getHeight() / 1.5);
    double width = outer * 0.17;
    double radius = outer - width / 2;
    double x = area.getCenterX();
    double y = area.getCenterY() + outer * 0.25;
    g2.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g2.setPaint(look.theme().gridLine());
    g2.draw(arc(x, y, radius, 1));
    if (Double.isFinite(data.value())) {
      g2.setPaint(look.theme().of(data.shade()));
      g2.draw(arc(x, y, radius, Math.min(1, Math.max(0, data.value() / data.maximum()))));
    }
    String value = Double.isFinite(data.value()) ? data.format().text(data.value()) : "–";
    write(g2, value, x, y + outer * 0.14, outer * 0.56, look.theme().text());
    write(g2, data.word(), x, y + outer * 0.42, outer * 0.19, look.theme().text());
  }

  private static Arc2D arc(double x, double y, double radius, double share) {
    Arc2D arc = new Arc2D.Double();
    arc.setArcByCenter(x, y, radius, START, -SWEEP * share, Arc2D.OPEN);
    return arc;
  }

  private void write(
      Graphics2D g2, String text, double x, double baseline, double size, Color color) {
    Font font = look.strong(size);
    double width = font.getStringBounds(text, g2.getFontRenderContext()).getWidth();
    g2.setFont(font);
    g2.setPaint(color);
    g2.drawString(text, (float) (x - width / 2), (float) baseline);
  }
}

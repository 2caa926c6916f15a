package city.chengmai.dashboard.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** A plot of our own without axes, for what JFreeChart's own plots do not draw well. */
abstract class BarePlot extends Plot {
  private static final long serialVersionUID = 1;

  @Override
  public String getPlotType() {
    return getClass().getSimpleName();
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parentState,
      PlotRenderingInfo info) {
    draw(g2, area);
  }

  abstract void draw(Graphics2D g2, Rectangle2D area);
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Caption;
import java.awt.RenderingHints;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Puts a plot on the panel: background, title, legend and gaps. */
final class Stage {
  private Stage() {}

  static JFreeChart of(Plot plot, Caption caption, Legend legend, Look look) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    JFreeChart chart = new JFreeChart(null, look.label(), plot, false);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(look.insets(6, 6, 6, 14));
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    chart
        .getRenderingHints()
        .put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart
        .getRenderingHints()
        .put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    if (look.frame().titled()) {
      chart.setTitle(title(caption, look));
    }
    if (!legend.isEmpty()) {
      chart.addSubtitle(legend.title());
    }
    return chart;
  }

  private static TextTitle title(Caption caption, Look look) {
    TextTitle title = new TextTitle(caption.title(), look.title());
    title.setPaint(look.theme().text());
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPosition(RectangleEdge.TOP);
    title.setPadding(look.insets(0, 2, 6, 0));
    return title;
  }
}

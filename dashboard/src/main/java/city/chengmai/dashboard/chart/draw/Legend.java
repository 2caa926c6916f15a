package city.chengmai.dashboard.chart.draw;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** The row above a chart: its unit, then the names of its series. */
final class Legend implements LegendItemSource {
  private static final Shape NOTHING = new Rectangle2D.Double();

  private final Look look;
  private final LegendItemCollection items = new LegendItemCollection();

  Legend(Look look) {
    this.look = look;
  }

  Legend unit(String unit) {
    return unit.isEmpty() ? this : add(unit, NOTHING, look.theme().muted(), NOTHING, look.line(1));
  }

  Legend line(String name, Color color, Stroke stroke) {
    return add(name, NOTHING, color, new Line2D.Double(-look.px(9), 0, look.px(9), 0), stroke);
  }

  Legend area(String name, Color color) {
    double half = look.px(5);
    Shape square = new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
    return add(name, square, color, NOTHING, look.line(1));
  }

  private Legend add(String name, Shape shape, Color color, Shape line, Stroke stroke) {
    boolean filled = shape != NOTHING;
    LegendItem item =
        new LegendItem(
            name,
            null,
            null,
            null,
            filled,
            shape,
            filled,
            color,
            false,
            color,
            stroke,
            line != NOTHING,
            line,
            stroke,
            color);
    item.setLabelFont(look.label());
    items.add(item);
    return this;
  }

  boolean isEmpty() {
    return items.getItemCount() == 0;
  }

  @Override
  public LegendItemCollection getLegendItems() {
    return items;
  }

  LegendTitle title() {
    LegendTitle title =
        new LegendTitle(
            this,
            new FlowArrangement(
                HorizontalAlignment.LEFT, VerticalAlignment.CENTER, look.px(12), look.px(2)),
            new ColumnArrangement());
    title.setPosition(RectangleEdge.TOP);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setItemFont(look.label());
    title.setItemPaint(look.theme().muted());
    title.setItemLabelPadding(look.insets(0, 4, 0, 0));
    title.setLegendItemGraphicPadding(RectangleInsets.ZERO_INSETS);
    title.setBackgroundPaint(null);
    title.setPadding(RectangleInsets.ZERO_INSETS);
    title.setMargin(look.insets(0, 2, 6, 0));
    return title;
  }
}

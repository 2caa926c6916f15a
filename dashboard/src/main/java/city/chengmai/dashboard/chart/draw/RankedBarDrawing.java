package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.RankedBarChart.Bar;
import java.awt.Paint;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws a ranking as horizontal bars with their values at the end. */
final class RankedBarDrawing {
  private static final double ROOM_FOR_VALUES = 1.18;

  private final RankedBarChart data;
  private final Look look;

  private RankedBarDrawing(RankedBarChart data, Look look) {
    this.data = data;
    this.look = look;
  }

  static JFreeChart of(RankedBarChart data, Look look) {
    return new RankedBarDrawing(data, look).draw();
  }

  private JFreeChart draw() {
    CategoryPlot plot =
        Plots.categories(dataset(), labels(), values(), new OwnStandsOut(data, look), look);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeGridlinesVisible(false);
    Legend legend = new Legend(look).unit(data.format().unit());
    data.target()
        .ifPresent(
            target -> {
              Plots.addTarget(plot, target, look);
              legend.line(target.name(), look.theme().text(), look.dashed(1.4));
            });
    return Stage.of(plot, data.caption(), legend, look);
  }

  private CategoryAxis labels() {
    CategoryAxis axis = Axes.categories(look);
    axis.setMaximumCategoryLabelLines(1);
    axis.setMaximumCategoryLabelWidthRatio(8f);
    axis.setCategoryMargin(0.35);
    for (int i = 0; i < data.bars().size(); i++) {
      if (data.bars().get(i).own()) {
        Category own = new Category(i, data.bars().get(i).label());
        axis.setTickLabelFont(own, look.strongLabel());
        axis.setTickLabelPaint(own, look.theme().text());
      }
    }
    return axis;
  }

  private NumberAxis values() {
    double most =
        data.bars().stream().mapToDouble(Bar::value).filter(Double::isFinite).max().orElse(1);
    double target = data.target().map(t -> t.value()).orElse(0.0);
    NumberAxis axis = new NumberAxis();
    Axes.bare(axis, look);
    axis.setRange(0, Math.max(1e-9, Math.max(most, target)) * ROOM_FOR_VALUES);
    axis.setVisible(false);
    return axis;
  }

  private DefaultCategoryDataset dataset() {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < data.bars().size(); i++) {
      Bar bar = data.bars().get(i);
      Number shown = Double.isNaN(bar.value()) ? null : Double.valueOf(bar.value());
      dataset.addValue(shown, "", new Category(i, bar.label()));
    }
    return dataset;
  }

  /** Paints one's own bar in the first colour and all others fainter. */
  private static final class OwnStandsOut extends BarRenderer {
    private static final long serialVersionUID = 1;
    private final transient RankedBarChart data;
    private final transient Look look;

    OwnStandsOut(RankedBarChart data, Look look) {
      this.data = data;
      this.look = look;
      setBarPainter(new StandardBarPainter());
      setShadowVisible(false);
      setDrawBarOutline(false);
      setMaximumBarWidth(0.14);
      setDefaultItemLabelsVisible(true);
      setDefaultItemLabelFont(look.label());
      setDefaultItemLabelPaint(look.theme().text());
      setDefaultItemLabelGenerator(
          new StandardCategoryItemLabelGenerator("{2}", data.format().formatter()));
      setItemLabelInsets(look.insets(0, 4, 0, 4));
      setDefaultPositiveItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      boolean anyOwn = data.bars().stream().anyMatch(Bar::own);
      boolean full = !anyOwn || data.bars().get(column).own();
      return full ? look.series(0) : Look.faded(look.series(0), 0.4);
    }
  }
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.RankedBarChart.Bar;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws a ranking as horizontal bars with their values at the end. */
final class RankedBarDrawing {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

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
    axis.setRange(0, Math.max(1e-9, Math.max(most, target)) * roomForValues());
    axis.setVisible(false);
    return axis;
  }

  /** How much longer than the longest bar the axis is, so that a column of values fits. */
  private double roomForValues() {
    double values = widest(data.bars().stream().map(bar -> text(data, bar.value())));
    double labels = widest(data.bars().stream().map(Bar::label));
    double plot = Math.max(look.px(60), look.frame().width() - labels - look.px(36));
    double bars = Math.max(plot * 0.4, plot - values - look.px(12));
    return plot / bars;
  }

  private double widest(Stream<String> texts) {
    return texts
        .mapToDouble(text -> look.strongLabel().getStringBounds(text, MEASURE).getWidth())
        .max()
        .orElse(0);
  }

  private static String text(RankedBarChart data, double value) {
    return Double.isNaN(value) ? "–" : data.format().text(value);
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
    private double right;

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
    }

    @Override
    public CategoryItemRendererState initialise(
        Graphics2D g2, Rectangle2D area, CategoryPlot plot, int index, PlotRenderingInfo info) {
      right = area.getMaxX();
      return super.initialise(g2, area, plot, index, info);
    }

    /** In a column at the right, where no target line runs through them. */
    @Override
    protected void drawItemLabel(
        Graphics2D g2,
        CategoryDataset dataset,
        int row,
        int column,
        CategoryPlot plot,
        CategoryItemLabelGenerator generator,
        Rectangle2D bar,
        boolean negative) {
      Bar shown = data.bars().get(column);
      g2.setFont(shown.own() ? look.strongLabel() : look.label());
      g2.setPaint(look.theme().text());
      TextUtils.drawAlignedString(
          text(data, shown.value()),
          g2,
          (float) right,
          (float) bar.getCenterY(),
          TextAnchor.CENTER_RIGHT);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      boolean anyOwn = data.bars().stream().anyMatch(Bar::own);
      boolean full = !anyOwn || data.bars().get(column).own();
      return full ? look.series(0) : Look.faded(look.series(0), 0.4);
    }
  }
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.HeatMapChart;
import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.Shade;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYZDataset;

/** Draws a heat map with a scale of its colours at the right. */
final class HeatMapDrawing {
  private static final double CELL = 0.94;

  /** What the names of the rows and the scale take of the width, about. */
  private static final double BESIDE = 96;

  private static final double BETWEEN = 7;
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private final HeatMapChart data;
  private final Look look;
  private final Ramp ramp;

  private HeatMapDrawing(HeatMapChart data, Look look) {
    this.data = data;
    this.look = look;
    this.ramp = new Ramp(look, most(data));
  }

  static JFreeChart of(HeatMapChart data, Look look) {
    return new HeatMapDrawing(data, look).draw();
  }

  private static double most(HeatMapChart data) {
    return data.rows().stream()
        .flatMap(row -> row.values().stream())
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  private JFreeChart draw() {
    SymbolAxis columns = labels(spaced(data.columns()));
    SymbolAxis rows = labels(data.rows().stream().map(Named::name).toList());
    rows.setInverted(true);
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setBlockWidth(CELL);
    renderer.setBlockHeight(CELL);
    renderer.setPaintScale(ramp);
    XYPlot plot = new XYPlot(dataset(), columns, rows, renderer);
    Plots.grid(plot, look);
    plot.setRangeGridlinesVisible(false);
    hatch(plot);
    JFreeChart chart = Stage.of(plot, data.caption(), legend(), look);
    chart.addSubtitle(scale());
    return chart;
  }

  private Legend legend() {
    return new Legend(look).unit(data.format().unit());
  }

  /** Every so many names, so that there is a gap between two; the others are blank. */
  private List<String> spaced(List<String> names) {
    double room = (look.frame().width() - look.px(BESIDE)) / Math.max(1, names.size());
    double needed =
        look.px(BETWEEN)
            + names.stream()
                .mapToDouble(name -> look.label().getStringBounds(name, MEASURE).getWidth())
                .max()
                .orElse(0);
    int step = (int) Math.max(1, Math.ceil(needed / Math.max(1, room)));
    return IntStream.range(0, names.size())
        .mapToObj(i -> i % step == 0 ? names.get(i) : " ")
        .toList();
  }

  private SymbolAxis labels(List<String> names) {
    SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
    Axes.bare(axis, look);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, names.size() - 0.5);
    return axis;
  }

  private DefaultXYZDataset dataset() {
    int width = data.columns().size();
    double[][] cells = new double[3][width * data.rows().size()];
    for (int row = 0; row < data.rows().size(); row++) {
      for (int column = 0; column < width; column++) {
        int cell = row * width + column;
        cells[0][cell] = column;
        cells[1][cell] = row;
        cells[2][cell] = data.rows().get(row).values().get(column);
      }
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries("", cells);
    return dataset;
  }

  /** A diagonal through each cell without a value, so that it cannot pass for a low one. */
  private void hatch(XYPlot plot) {
    for (int row = 0; row < data.rows().size(); row++) {
      for (int column = 0; column < data.columns().size(); column++) {
        if (data.rows().get(row).values().get(column).isNaN()) {
          double half = CELL / 2;
          plot.addAnnotation(
              new XYLineAnnotation(
                  column - half,
                  row + half,
                  column + half,
                  row - half,
                  look.line(1),
                  look.theme().muted()));
        }
      }
    }
  }

  private PaintScaleLegend scale() {
    NumberAxis axis =
        Axes.values(DoubleStream.of(0, ramp.getUpperBound()), true, data.format(), look);
    axis.setRange(0, ramp.getUpperBound());
    PaintScaleLegend legend = new PaintScaleLegend(ramp, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    legend.setStripWidth(look.px(10));
    legend.setStripOutlineVisible(false);
    legend.setSubdivisionCount(32);
    legend.setBackgroundPaint(null);
    legend.setMargin(look.insets(4, 10, 22, 0));
    return legend;
  }

  /** The theme's ramp over zero to the largest value. */
  private record Ramp(Look look, double most) implements PaintScale {
    @Override
    public double getLowerBound() {
      return 0;
    }

    @Override
    public double getUpperBound() {
      return most > 0 ? most : 1;
    }

    @Override
    public Paint getPaint(double value) {
      return Double.isNaN(value)
          ? look.theme().of(Shade.NONE)
          : look.theme().ramp(value / getUpperBound());
    }
  }
}

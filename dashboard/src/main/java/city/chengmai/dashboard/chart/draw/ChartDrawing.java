package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.AreaChart;
import city.chengmai.dashboard.chart.BoxChart;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartReader;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.FunnelChart;
import city.chengmai.dashboard.chart.GaugeChart;
import city.chengmai.dashboard.chart.HeatMapChart;
import city.chengmai.dashboard.chart.IntervalChart;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RadarChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Sparkline;
import city.chengmai.dashboard.chart.StackedBarChart;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** Draws any chart onto any surface. */
public final class ChartDrawing {
  private ChartDrawing() {}

  /** Draws the chart over the whole frame; the background is left as it is. */
  public static void draw(Chart chart, Frame frame, Graphics2D g2) {
    chart
        .read(new Kinds(new Look(frame)))
        .draw(g2, new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
  }

  private record Kinds(Look look) implements ChartReader<JFreeChart> {
    @Override
    public JFreeChart line(LineChart chart) {
      return LineDrawing.of(chart, look);
    }

    @Override
    public JFreeChart area(AreaChart chart) {
      return AreaDrawing.of(chart, look);
    }

    @Override
    public JFreeChart stackedBar(StackedBarChart chart) {
      return StackedBarDrawing.of(chart, look);
    }

    @Override
    public JFreeChart rankedBar(RankedBarChart chart) {
      return RankedBarDrawing.of(chart, look);
    }

    @Override
    public JFreeChart heatMap(HeatMapChart chart) {
      return HeatMapDrawing.of(chart, look);
    }

    @Override
    public JFreeChart radar(RadarChart chart) {
      return RadarDrawing.of(chart, look);
    }

    @Override
    public JFreeChart gauge(GaugeChart chart) {
      return GaugeDrawing.of(chart, look);
    }

    @Override
    public JFreeChart sparkline(Sparkline chart) {
      return SparklineDrawing.of(chart, look);
    }

    @Override
    public JFreeChart box(BoxChart chart) {
      return BoxDrawing.of(chart, look);
    }

    @Override
    public JFreeChart interval(IntervalChart chart) {
      return IntervalDrawing.of(chart, look);
    }

    @Override
    public JFreeChart funnel(FunnelChart chart) {
      return FunnelDrawing.of(chart, look);
    }
  }
}

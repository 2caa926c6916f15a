package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.GridMap;
import city.chengmai.dashboard.chart.GridMapRenderer;
import city.chengmai.dashboard.chart.HouseTheme;

/** Draws in the wall's colours, with letters that are read from eight metres. */
final class WallCharts {

  /** Letters are this much larger than on a desk. */
  private static final double SCALE = 1.35;

  private final ChartRenderer renderer = new ChartRenderer();
  private final GridMapRenderer maps = new GridMapRenderer();

  /** A chart for a side panel. */
  String side(Chart chart) {
    return renderer.svg(chart, frame(480, 190));
  }

  /** A small chart, four of which stand side by side. */
  String small(Chart chart) {
    return renderer.svg(chart, Frame.of(HouseTheme.WALL, 110, 100).scaled(SCALE));
  }

  /** The map in the middle. */
  String map(GridMap map) {
    return maps.svg(map, frame(900, 600));
  }

  private static Frame frame(int width, int height) {
    return Frame.of(HouseTheme.WALL, width, height).scaled(SCALE);
  }
}

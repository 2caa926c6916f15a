package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelShape;
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

  private static final int LEGEND = 34;
  private static final int LOWEST_MAP = 60;

  private final ChartRenderer renderer = new ChartRenderer();
  private final GridMapRenderer maps = new GridMapRenderer();

  /** A chart for the room that it has. */
  String chart(Chart chart, PanelShape room) {
    return renderer.svg(chart, frame(room.width(), room.height()));
  }

  /** A small chart, four of which stand side by side. */
  String small(Chart chart) {
    return renderer.svg(chart, Frame.of(HouseTheme.WALL, 110, 100).scaled(SCALE));
  }

  /** A map above its legend. */
  String map(GridMap map, PanelShape room) {
    return maps.svg(map, frame(room.width(), Math.max(LOWEST_MAP, room.height() - LEGEND)));
  }

  private static Frame frame(int width, int height) {
    return Frame.of(HouseTheme.WALL, width, height).scaled(SCALE);
  }
}

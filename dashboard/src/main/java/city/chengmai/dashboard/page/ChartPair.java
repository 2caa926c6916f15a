package city.chengmai.dashboard.page;

import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartCache;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.HouseTheme;

/**
 * A chart as SVG for a wide and for a narrow screen; empty texts when there is nothing to draw.
 *
 * @param wide for a desk
 * @param narrow for a phone
 */
public record ChartPair(String wide, String narrow) {

  /** No drawing. */
  public static final ChartPair NOTHING = new ChartPair("", "");

  private static final ChartRenderer RENDERER = new ChartRenderer();
  private static final ChartCache CACHE = new ChartCache();
  private static final int NARROW = 350;

  /** Draws a chart twice. Thread-safe. */
  public static ChartPair of(Chart chart, int width, int height, int narrowHeight) {
    return new ChartPair(svg(chart, width, height), svg(chart, NARROW, narrowHeight));
  }

  /** Whether there is a drawing. */
  public boolean any() {
    return !wide.isEmpty();
  }

  private static String svg(Chart chart, int width, int height) {
    return CACHE.get(chart, Frame.of(HouseTheme.DESK, width, height), RENDERER).svg();
  }
}

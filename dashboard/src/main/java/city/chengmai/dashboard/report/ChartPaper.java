package city.chengmai.dashboard.report;

import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartCache;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.HouseTheme;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws charts for documents: print colours, letters as outlines, sized by attributes. */
public final class ChartPaper {

  /** Where a drawing goes. */
  public enum Medium {
    /** A page that has the house font. */
    PAGE,
    /** A document: letters as outlines. */
    PAPER
  }

  private static final Pattern TAG_WITH_OPACITY = Pattern.compile("<[^>]* opacity=\"[^>]*>");
  private static final double SCALE = 0.88;
  private static final ChartRenderer RENDERER = new ChartRenderer();
  private static final ChartCache CACHE = new ChartCache();

  private ChartPaper() {}

  /** The drawing as well-formed SVG, somewhat smaller than on a desk; thread-safe. */
  public static String svg(Chart chart, int width, int height) {
    Frame frame = Frame.of(HouseTheme.PRINT, width, height);
    String svg =
        CACHE.get(List.of("paper", chart, frame), () -> RENDERER.outlinedSvg(chart, frame)).svg();
    int end = svg.indexOf('>');
    String head =
        svg.substring(0, end)
            .replaceFirst(" width=\"[^\"]*\"", " width=\"" + Math.round(width * SCALE) + "\"")
            .replaceFirst(" height=\"[^\"]*\"", " height=\"" + Math.round(height * SCALE) + "\"");
    return head + filled(svg.substring(end));
  }

  /**
   * A clipped shape with an opacity of its own stops the printer; an opacity of its fill does not.
   */
  private static String filled(String svg) {
    return TAG_WITH_OPACITY
        .matcher(svg)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    tag.group().contains(" fill-opacity=")
                        ? tag.group().replaceFirst(" opacity=\"[^\"]*\"", "")
                        : tag.group().replaceFirst(" opacity=", " fill-opacity=")));
  }
}

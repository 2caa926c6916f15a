package city.chengmai.dashboard.chart;

import java.util.Objects;

/**
 * The frame a chart is drawn in.
 *
 * @param theme the colours
 * @param width in pixels, 40 to 8000
 * @param height in pixels, 16 to 8000
 * @param scale multiplies fonts, strokes and gaps; 1 is a desk, a wall is larger
 * @param titled whether the caption's title is drawn, for places without a heading of their own
 */
public record Frame(HouseTheme theme, int width, int height, double scale, boolean titled) {
  /** Checks the ranges. */
  public Frame {
    Objects.requireNonNull(theme, "theme");
    requireRange("width", width, 40, 8000);
    requireRange("height", height, 16, 8000);
    requireRange("scale", scale, 0.25, 8);
  }

  private static void requireRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + " but is " + value);
    }
  }

  /** A frame at scale 1 without a drawn title. */
  public static Frame of(HouseTheme theme, int width, int height) {
    return new Frame(theme, width, height, 1, false);
  }

  /** The same with other fonts, strokes and gaps. */
  public Frame scaled(double factor) {
    return new Frame(theme, width, height, factor, titled);
  }

  /** The same with the title drawn. */
  public Frame withTitle() {
    return new Frame(theme, width, height, scale, true);
  }
}

package city.chengmai.dashboard.chart.draw;

import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.font.FontWeight;
import city.chengmai.dashboard.font.HouseFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Fonts, strokes and gaps of one frame, all multiplied by its scale.
 *
 * @param frame theme, size and scale
 */
record Look(Frame frame) {
  private static final double LABEL_SIZE = 12.5;
  private static final double TITLE_SIZE = 15;

  HouseTheme theme() {
    return frame.theme();
  }

  /** A length at scale 1, in pixels of this frame. */
  double px(double length) {
    return length * frame.scale();
  }

  Font label() {
    return HouseFont.shipped().at(FontWeight.REGULAR, px(LABEL_SIZE));
  }

  Font strongLabel() {
    return HouseFont.shipped().at(FontWeight.MEDIUM, px(LABEL_SIZE));
  }

  Font title() {
    return HouseFont.shipped().at(FontWeight.MEDIUM, px(TITLE_SIZE));
  }

  /** The medium weight in a size that is already in pixels of this frame. */
  Font strong(double size) {
    return HouseFont.shipped().at(FontWeight.MEDIUM, size);
  }

  Stroke line(double width) {
    return new BasicStroke((float) px(width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  Stroke dashed(double width) {
    float[] dash = {(float) px(6), (float) px(4)};
    return new BasicStroke(
        (float) px(width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  RectangleInsets insets(double top, double left, double bottom, double right) {
    return new RectangleInsets(px(top), px(left), px(bottom), px(right));
  }

  Color series(int index) {
    return theme().series().get(index % theme().series().size());
  }

  /** From the fourth series on the dash tells them apart as well as the colour. */
  Stroke seriesLine(int index) {
    return index < 3 ? line(2.4) : dashed(2.4);
  }

  static Color faded(Color color, double strength) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * strength));
  }
}

package city.chengmai.dashboard.chart;

import city.chengmai.dashboard.chart.draw.ChartDrawing;
import city.chengmai.dashboard.chart.draw.SvgCanvas;
import city.chengmai.dashboard.chart.draw.SvgCanvas.Letters;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * Draws charts. Has no state and is safe to share; the same chart and frame give the same bytes
 * each time.
 */
public final class ChartRenderer {
  /**
   * The chart as an {@code <svg>} element to be put inline into a page that declares the house font
   * as {@code @font-face}. Its identifiers start with a prefix made from its content.
   */
  public String svg(Chart chart, Frame frame) {
    return svg(chart, frame, Letters.TEXT);
  }

  /** The same with letters as outlines, for documents that cannot load the house font. */
  public String outlinedSvg(Chart chart, Frame frame) {
    return svg(chart, frame, Letters.OUTLINES);
  }

  /** The chart as PNG on the panel's colour, in the frame's pixels. */
  public byte[] png(Chart chart, Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    try {
      g2.setColor(frame.theme().panel());
      g2.fillRect(0, 0, frame.width(), frame.height());
      ChartDrawing.draw(chart, frame, g2);
    } finally {
      g2.dispose();
    }
    return encode(image);
  }

  private static String svg(Chart chart, Frame frame, Letters letters) {
    String content = chart + "|" + frame;
    String prefix = "c" + ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    return SvgCanvas.svg(
        chart.caption(), frame, prefix, letters, g2 -> ChartDrawing.draw(chart, frame, g2));
  }

  private static byte[] encode(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException("Writing a picture to memory failed", failure);
    }
  }
}

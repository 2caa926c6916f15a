package city.chengmai.dashboard.chart;

import city.chengmai.dashboard.font.FontWeight;
import city.chengmai.dashboard.font.HouseFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Writes the areas of one map. */
final class GridMapPen {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
  private static final double SMALLEST_LABEL = 10;
  private static final double LARGEST_LABEL = 17;
  private static final double LARGEST_SIGN = 34;

  /** From the middle of a mark to each of its corners. */
  static final double MARK = 6;

  /** Height of a capital letter, as a share of the font size. */
  private static final double CAPITAL = 0.73;

  /** From the sign's baseline to the label's, as a share of the label's font size. */
  private static final double LINE = 1.15;

  private final StringBuilder svg;
  private final HouseTheme theme;
  private final double scale;
  private final String hatch;

  GridMapPen(StringBuilder svg, Frame frame, String prefix) {
    this.svg = svg;
    this.theme = frame.theme();
    this.scale = frame.scale();
    this.hatch = "url(#" + prefix + "h)";
  }

  /** An area, with its words where there is most room in what is free of it. */
  void cell(GridMap.Cell cell, Geometry shape, Geometry free) {
    svg.append("<g class=\"cell\" data-area=\"" + SvgText.escape(cell.area().id()) + "\"");
    svg.append(" data-shade=\"" + cell.shade().name() + "\">");
    cell.link().ifPresent(link -> svg.append("<a href=\"" + SvgText.escape(link) + "\">"));
    svg.append("<title>" + SvgText.escape(cell.area().spoken()) + "</title>");
    String fill = cell.shade() == Shade.NONE ? hatch : HouseTheme.hex(theme.of(cell.shade()));
    svg.append("<path class=\"area\" d=\"" + SvgText.path(shape) + "\" fill=\"" + fill + "\"");
    svg.append(" fill-rule=\"evenodd\" stroke-linejoin=\"round\" stroke=\"");
    svg.append(HouseTheme.hex(theme.panel()) + "\" stroke-width=\"" + px(2) + "\"/>");
    write(cell, free);
    cell.link().ifPresent(link -> svg.append("</a>"));
    svg.append("</g>");
  }

  private void write(GridMap.Cell cell, Geometry free) {
    MaximumInscribedCircle circle = new MaximumInscribedCircle(free, 1);
    Point centre = circle.getCenter();
    double radius = circle.getRadiusLine().getLength();
    Color ink = cell.shade() == Shade.NONE ? theme.text() : theme.ink(theme.of(cell.shade()));
    double label = labelSize(cell.area().label(), radius);
    boolean labelled = label >= SMALLEST_LABEL * scale;
    double large = Math.min(LARGEST_SIGN * scale, radius * (labelled ? 0.8 : 1.1));
    // A figure of several digits is written smaller, so that it stays within its grid.
    double sign = large / Math.max(1, 0.62 * cell.sign().length());
    double block = sign * CAPITAL + (labelled ? label * LINE : 0);
    double signLine = centre.getY() - block / 2 + sign * CAPITAL;
    double aside = Math.min(sign * 0.8, Math.max(0, radius - sign * 0.3));
    // Where there is no room for the alarm beside the sign, the sign makes way.
    double way = cell.alarm() ? Math.min(sign * 0.8 - aside, radius * 0.4) : 0;
    text("sign", cell.sign(), centre.getX() - way, signLine, sign, ink);
    if (labelled) {
      double labelLine = signLine + label * LINE;
      text("label", cell.area().label(), centre.getX(), labelLine, label, ink);
    }
    alarm(cell, centre.getX() + aside, signLine - sign * 0.36, sign);
  }

  /** As large as fits into the circle's chord where the label is written. */
  private double labelSize(String label, double radius) {
    Font font = HouseFont.shipped().at(FontWeight.MEDIUM, 100);
    double width = font.getStringBounds(label, MEASURE).getWidth() / 100;
    double fits = width == 0 ? 0 : 1.62 * radius / width;
    return Math.min(LARGEST_LABEL * scale, Math.min(fits, radius * 0.45));
  }

  private void text(String role, String words, double x, double y, double size, Color ink) {
    svg.append("<text class=\"" + role + "\" x=\"" + SvgText.number(x));
    svg.append("\" y=\"" + SvgText.number(y) + "\" font-size=\"" + SvgText.number(size));
    svg.append("\" fill=\"" + HouseTheme.hex(ink) + "\">" + SvgText.escape(words) + "</text>");
  }

  /** A triangle with a border of the panel's colour, so that it shows on every class. */
  private void alarm(GridMap.Cell cell, double x, double y, double sign) {
    double half = Math.max(7 * scale, sign * 0.34);
    svg.append("<path class=\"alarm\" d=\"M" + SvgText.number(x) + " " + SvgText.number(y - half));
    svg.append("L" + SvgText.number(x + half) + " " + SvgText.number(y + half * 0.8));
    svg.append(" " + SvgText.number(x - half) + " " + SvgText.number(y + half * 0.8) + "Z\"");
    svg.append(" fill=\"" + HouseTheme.hex(theme.of(Status.ALARM)) + "\" stroke=\"");
    svg.append(HouseTheme.hex(theme.panel()) + "\" stroke-width=\"" + px(3.5) + "\"");
    svg.append(" stroke-linejoin=\"round\" paint-order=\"stroke\" visibility=\"");
    svg.append((cell.alarm() ? "visible" : "hidden") + "\"/>");
  }

  void overlay(GridMap.Overlay overlay, Geometry shape) {
    svg.append("<g class=\"overlay\" data-area=\"" + SvgText.escape(overlay.area().id()) + "\">");
    svg.append("<title>" + SvgText.escape(overlay.area().spoken()) + "</title>");
    // A casing in the panel's colour first: the dashes then show on light and dark areas alike.
    outline(shape, HouseTheme.hex(theme.panel()), 5, "");
    outline(
        shape,
        HouseTheme.hex(theme.text()),
        2,
        " stroke-dasharray=\"" + px(7) + " " + px(5) + "\"");
    svg.append("</g>");
  }

  /** A ring around a point, both with a casing so that they show on every class. */
  void spot(GridMap.Spot spot, Coordinate at, double radius) {
    svg.append("<g class=\"spot\"><title>" + SvgText.escape(spot.spoken()) + "</title>");
    String alarm = HouseTheme.hex(theme.of(Status.ALARM));
    if (radius > 0) {
      circle(at, radius, "fill=\"" + alarm + "\" fill-opacity=\"0.16\"", theme.panel(), 6);
      circle(at, radius, "fill=\"none\"", theme.of(Status.ALARM), 3);
    }
    circle(at, 6 * scale, "fill=\"" + alarm + "\"", theme.panel(), 3);
    svg.append("</g>");
  }

  /** A diamond in the colour of letters, with a casing. */
  void mark(GridMap.Mark mark, Coordinate at) {
    double half = MARK * scale;
    svg.append("<g class=\"mark\"><title>" + SvgText.escape(mark.spoken()) + "</title>");
    svg.append("<path d=\"M" + SvgText.number(at.x) + " " + SvgText.number(at.y - half));
    svg.append("L" + SvgText.number(at.x + half) + " " + SvgText.number(at.y));
    svg.append(" " + SvgText.number(at.x) + " " + SvgText.number(at.y + half));
    svg.append(" " + SvgText.number(at.x - half) + " " + SvgText.number(at.y) + "Z\" fill=\"");
    svg.append(HouseTheme.hex(theme.text()) + "\" stroke=\"" + HouseTheme.hex(theme.panel()));
    svg.append("\" stroke-width=\"" + px(2) + "\"/></g>");
  }

  private void circle(Coordinate at, double radius, String fill, Color stroke, double width) {
    svg.append("<circle cx=\"" + SvgText.number(at.x) + "\" cy=\"" + SvgText.number(at.y));
    svg.append("\" r=\"" + SvgText.number(radius) + "\" " + fill + " stroke=\"");
    svg.append(HouseTheme.hex(stroke) + "\" stroke-width=\"" + px(width) + "\"/>");
  }

  private void outline(Geometry shape, String stroke, double width, String more) {
    svg.append("<path d=\"" + SvgText.path(shape) + "\" fill=\"none\" stroke-linejoin=\"round\"");
    svg.append(" stroke=\"" + stroke + "\" stroke-width=\"" + px(width) + "\"" + more + "/>");
  }

  private String px(double length) {
    return SvgText.number(length * scale);
  }
}

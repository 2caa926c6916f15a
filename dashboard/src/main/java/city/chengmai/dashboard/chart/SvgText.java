package city.chengmai.dashboard.chart;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Writes SVG by hand where there is no drawing surface: numbers, paths, escaped text. */
final class SvgText {
  private SvgText() {}

  /** One decimal, without a trailing zero. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** Path data of all rings of a polygon or multi-polygon. */
  static String path(Geometry shape) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        appendRing(path, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          appendRing(path, polygon.getInteriorRingN(hole));
        }
      }
    }
    return path.toString();
  }

  private static void appendRing(StringBuilder path, LineString ring) {
    Coordinate[] points = ring.getCoordinates();
    for (int i = 0; i < points.length - 1; i++) {
      path.append(i == 0 ? 'M' : i == 1 ? 'L' : ' ')
          .append(number(points[i].x))
          .append(' ')
          .append(number(points[i].y));
    }
    path.append('Z');
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package city.chengmai.datasets.source;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The size of polygons in longitude and latitude, on the sphere of the Earth's surface area (within
 * half a percent of the ellipsoid). Formula: Chamberlain and Duquette, "Some algorithms for
 * polygons on a sphere", JPL 2007, equation for a ring as a sum over its edges.
 */
final class SphericalArea {

  /** Authalic radius of WGS 84, in kilometres. */
  private static final double RADIUS = 6371.0072;

  private SphericalArea() {}

  /** Square kilometres covered, holes left out. */
  static double squareKilometres(Geometry geometry) {
    double total = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon) {
        total += polygon(polygon);
      }
    }
    return total;
  }

  private static double polygon(Polygon polygon) {
    double area = ring(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ring(polygon.getInteriorRingN(i));
    }
    return area;
  }

  private static double ring(LineString ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      double eastward = Math.toRadians(points.getX(i) - points.getX(i - 1));
      double south = Math.sin(Math.toRadians(points.getY(i - 1)));
      double north = Math.sin(Math.toRadians(points.getY(i)));
      sum += eastward * (2 + south + north);
    }
    return Math.abs(sum) * RADIUS * RADIUS / 2;
  }
}

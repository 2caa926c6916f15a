package city.chengmai.datasets.source.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * The plane on which the sub-district is drawn: metres east and north of its middle, turned into
 * WGS 84 degrees by the length of a degree there, good to a metre over five kilometres.
 */
final class MetricPlane {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private static final double MIDDLE_LONGITUDE = 121.3;
  private static final double MIDDLE_LATITUDE = 31.2;
  private static final double METRES_PER_DEGREE_EAST = 95_297;
  private static final double METRES_PER_DEGREE_NORTH = 110_863;
  private static final double DEGREE_STEPS = 1e6;

  private MetricPlane() {}

  static Coordinate toDegrees(Coordinate metres) {
    return new Coordinate(
        rounded(MIDDLE_LONGITUDE + metres.x / METRES_PER_DEGREE_EAST),
        rounded(MIDDLE_LATITUDE + metres.y / METRES_PER_DEGREE_NORTH));
  }

  static Geometry toDegrees(Geometry metres) {
    GeometryEditor.CoordinateOperation operation =
        new GeometryEditor.CoordinateOperation() {
          @Override
          public Coordinate[] edit(Coordinate[] coordinates, Geometry geometry) {
            Coordinate[] degrees = new Coordinate[coordinates.length];
            for (int i = 0; i < degrees.length; i++) {
              degrees[i] = toDegrees(coordinates[i]);
            }
            return degrees;
          }
        };
    return new GeometryEditor(FACTORY).edit(metres, operation);
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * DEGREE_STEPS) / DEGREE_STEPS;
  }
}

package city.chengmai.analytics.model.scan;

/** How far two places are from one another. */
public enum Distance {
  /** Straight line, in the unit of the coordinates. */
  PLANE {
    @Override
    double between(Place a, Place b) {
      double x = a.x() - b.x();
      double y = a.y() - b.y();
      // Not Math.hypot, which need not give equals for equal sums of squares.
      return Math.sqrt(x * x + y * y);
    }
  },
  /** Great circle (haversine formula), in kilometres, of longitudes and latitudes in degrees. */
  SPHERE {
    @Override
    double between(Place a, Place b) {
      double south = Math.toRadians(a.y());
      double north = Math.toRadians(b.y());
      double up = Math.sin((north - south) / 2);
      double across = Math.sin(Math.toRadians(b.x() - a.x()) / 2);
      double root = Math.sqrt(up * up + Math.cos(south) * Math.cos(north) * across * across);
      return 2 * EARTH_RADIUS * Math.asin(Math.min(1, root));
    }
  };

  /** Mean radius of the earth in kilometres (IUGG). */
  private static final double EARTH_RADIUS = 6371.0088;

  abstract double between(Place a, Place b);
}

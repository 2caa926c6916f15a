package city.chengmai.ingest.place;

import org.locationtech.jts.geom.Coordinate;

/**
 * Turns GCJ-02 (火星坐标系), the obfuscated datum of maps in mainland China, back into WGS 84. The
 * forward transform is the widely published approximation on the Krasovsky 1940 ellipsoid; it has
 * no closed inverse, so it is inverted by fixed-point steps to well under a metre.
 */
final class ChinaOffset {

  private static final double SEMI_MAJOR_AXIS = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final int STEPS = 6;

  private ChinaOffset() {}

  static Coordinate toWgs84(Coordinate gcj02) {
    double longitude = gcj02.x;
    double latitude = gcj02.y;
    for (int i = 0; i < STEPS; i++) {
      Coordinate shifted = toGcj02(new Coordinate(longitude, latitude));
      longitude += gcj02.x - shifted.x;
      latitude += gcj02.y - shifted.y;
    }
    return new Coordinate(longitude, latitude);
  }

  static Coordinate toGcj02(Coordinate wgs84) {
    if (isOutsideChina(wgs84)) {
      return wgs84;
    }
    double x = wgs84.x - 105;
    double y = wgs84.y - 35;
    double radians = Math.toRadians(wgs84.y);
    double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
    double root = Math.sqrt(magic);
    double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * root);
    double parallel = SEMI_MAJOR_AXIS / root * Math.cos(radians);
    return new Coordinate(
        wgs84.x + Math.toDegrees(east(x, y) / parallel),
        wgs84.y + Math.toDegrees(north(x, y) / meridian));
  }

  private static boolean isOutsideChina(Coordinate point) {
    return point.x < 72.004 || point.x > 137.8347 || point.y < 0.8293 || point.y > 55.8271;
  }

  private static double north(double x, double y) {
    double metres = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y;
    metres += 0.2 * Math.sqrt(Math.abs(x)) + waves(x, 20, 6, 20, 2);
    metres += 2.0 / 3 * (20 * sine(y, 1) + 40 * sine(y, 3));
    return metres + 2.0 / 3 * (160 * sine(y, 12) + 320 * sine(y, 30));
  }

  private static double east(double x, double y) {
    double metres = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y;
    metres += 0.1 * Math.sqrt(Math.abs(x)) + waves(x, 20, 6, 20, 2);
    metres += 2.0 / 3 * (20 * sine(x, 1) + 40 * sine(x, 3));
    return metres + 2.0 / 3 * (150 * sine(x, 12) + 300 * sine(x, 30));
  }

  private static double waves(double x, double first, double n, double second, double m) {
    return 2.0 / 3 * (first * Math.sin(n * x * Math.PI) + second * Math.sin(m * x * Math.PI));
  }

  private static double sine(double value, double part) {
    return Math.sin(value / part * Math.PI);
  }
}

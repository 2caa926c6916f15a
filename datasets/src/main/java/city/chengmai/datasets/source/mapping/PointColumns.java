package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the point stands, in degrees: in two columns or in one.
 *
 * @param longitude column of its own
 * @param latitude column of its own
 * @param wkt both, as {@code POINT (121.5 31.2)}
 * @param latLon both, latitude first, as {@code (31.2, 121.5)} or {@code 31.2 121.5}
 * @param lonLat both, longitude first
 * @param crs WGS84 (default) or GCJ02
 * @param ignore points that stand for "unknown"
 * @param within the box outside of which no point can be
 */
public record PointColumns(
    Field longitude,
    Field latitude,
    Field wkt,
    Field latLon,
    Field lonLat,
    String crs,
    List<Point> ignore,
    Box within) {

  static final PointColumns NONE = new PointColumns(null, null, null, null, null, null, null, null);

  /** Fills in the defaults. */
  public PointColumns {
    longitude = requireNonNullElse(longitude, Field.NONE);
    latitude = requireNonNullElse(latitude, Field.NONE);
    wkt = requireNonNullElse(wkt, Field.NONE);
    latLon = requireNonNullElse(latLon, Field.NONE);
    lonLat = requireNonNullElse(lonLat, Field.NONE);
    crs = requireNonNullElse(crs, "WGS84");
    ignore = List.copyOf(requireNonNullElse(ignore, List.of()));
    within = requireNonNullElse(within, Box.EARTH);
    if (!List.of("WGS84", "GCJ02").contains(crs)) {
      throw new CityConfigurationException("point.crs is " + crs + ", expected WGS84 or GCJ02");
    }
    if (longitude.isNone() != latitude.isNone()) {
      throw new CityConfigurationException("point needs longitude and latitude, seen only one");
    }
  }

  Stream<Field> fields() {
    return Stream.of(longitude, latitude, wkt, latLon, lonLat);
  }

  /**
   * A point in degrees.
   *
   * @param longitude east
   * @param latitude north
   */
  public record Point(double longitude, double latitude) {

    boolean isOnEarth() {
      return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
  }

  /**
   * A box in degrees, its sides included.
   *
   * @param west least longitude
   * @param south least latitude
   * @param east greatest longitude
   * @param north greatest latitude
   */
  public record Box(double west, double south, double east, double north) {

    static final Box EARTH = new Box(-180, -90, 180, 90);

    boolean holds(Point point) {
      return point.longitude() >= west
          && point.longitude() <= east
          && point.latitude() >= south
          && point.latitude() <= north;
    }
  }
}

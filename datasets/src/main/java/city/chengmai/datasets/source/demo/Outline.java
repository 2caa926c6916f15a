package city.chengmai.datasets.source.demo;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The drawn parts of the sub-district, in metres on the {@link MetricPlane}. */
final class Outline {

  /** The middle of the business district. */
  static final Coordinate BUSINESS_DISTRICT = new Coordinate(620, -260);

  /** Straight along two trunk roads in the south and east, along a creek in the north and west. */
  private static final double[] BORDER = {
    -1780, -1540, -1180, -1660, -560, -1740, 90, -1800, 760, -1850, 1420, -1880, 1890, -1700, 2050,
    -1260, 2110, -700, 2180, -60, 2230, 560, 2120, 1010, 1760, 1240, 1480, 1500, 1220, 1910, 830,
    2040, 420, 1930, 60, 2110, -380, 2260, -860, 2170, -1190, 2290, -1620, 2080, -1850, 1690, -2160,
    1450, -2290, 980, -2130, 560, -2250, 90, -2080, -330, -2190, -780, -1960, -1170
  };

  private static final double[][] MAIN_ROADS = {
    {-2300, -620, -900, -360, 620, -260, 2300, 120},
    {-250, -1900, -120, -600, 160, 500, 90, 2300},
    {-2300, 820, -700, 760, 700, 900, 2300, 700}
  };

  private Outline() {}

  static Polygon border() {
    Coordinate[] open = coordinates(BORDER);
    Coordinate[] ring = new Coordinate[open.length + 1];
    System.arraycopy(open, 0, ring, 0, open.length);
    ring[open.length] = open[0].copy();
    return MetricPlane.FACTORY.createPolygon(ring);
  }

  /** Metres from a place to the nearest main road. */
  static double metresToMainRoad(Coordinate place) {
    double nearest = Double.MAX_VALUE;
    for (double[] road : MAIN_ROADS) {
      LineString line = MetricPlane.FACTORY.createLineString(coordinates(road));
      nearest = Math.min(nearest, line.distance(MetricPlane.FACTORY.createPoint(place)));
    }
    return nearest;
  }

  private static Coordinate[] coordinates(double[] numbers) {
    return IntStream.range(0, numbers.length / 2)
        .mapToObj(i -> new Coordinate(numbers[2 * i], numbers[2 * i + 1]))
        .toArray(Coordinate[]::new);
  }
}

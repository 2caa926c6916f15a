package city.chengmai.analytics.model.foresight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which matters of one category lie within some metres of each other. Distances in metres. */
final class NearMatters {

  private static final double EARTH_RADIUS = 6_371_008.8;

  /** A degree of latitude. */
  private static final double DEGREE = 111_195;

  /** Columns are wide enough up to 75 degrees of latitude. */
  private static final double WIDE = 0.25;

  private final double metres;
  private final Map<Square, List<Told>> squares = new HashMap<>();

  private record Square(String category, long row, long column) {}

  NearMatters(List<Told> matters, double metres) {
    this.metres = metres;
    matters.forEach(
        one -> squares.computeIfAbsent(square(one, 0, 0), square -> new ArrayList<>()).add(one));
  }

  /** All matters near one, itself among them, in the order that they were given in by square. */
  List<Told> of(Told one) {
    List<Told> near = new ArrayList<>();
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        for (Told other : squares.getOrDefault(square(one, row, column), List.of())) {
          if (distance(one, other) <= metres) {
            near.add(other);
          }
        }
      }
    }
    return near;
  }

  private Square square(Told one, int row, int column) {
    return new Square(
        one.category(),
        (long) Math.floor(one.latitude() * DEGREE / metres) + row,
        (long) Math.floor(one.longitude() * DEGREE * WIDE / metres) + column);
  }

  /** The haversine formula (Sinnott, Sky and Telescope 68, 1984). */
  private static double distance(Told one, Told other) {
    double latitudes = Math.toRadians(other.latitude() - one.latitude()) / 2;
    double longitudes = Math.toRadians(other.longitude() - one.longitude()) / 2;
    double square =
        Math.pow(Math.sin(latitudes), 2)
            + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude()))
                * Math.pow(Math.sin(longitudes), 2);
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(square)));
  }
}

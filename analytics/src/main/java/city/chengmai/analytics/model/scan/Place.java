package city.chengmai.analytics.model.scan;

import java.util.Comparator;
import java.util.Objects;

/**
 * A point that cases are counted at: a grid, a cell, a building.
 *
 * @param name unique in a scan
 * @param x easting in any unit of length, or longitude in degrees
 * @param y northing in the same unit, or latitude in degrees
 */
public record Place(String name, double x, double y) {

  /** From west to east, then from south to north, then by name: decides between equals. */
  static final Comparator<Place> ORDER =
      Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y).thenComparing(Place::name);

  /** Checks that the point is one. */
  public Place {
    Objects.requireNonNull(name, "name");
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException(
          "place " + name + ": expected finite coordinates, seen " + x + ", " + y);
    }
  }
}

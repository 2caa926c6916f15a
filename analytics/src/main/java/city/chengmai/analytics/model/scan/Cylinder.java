package city.chengmai.analytics.model.scan;

/**
 * A zone during a window.
 *
 * @param centre place in its middle
 * @param zone position of its outermost place among the zones
 * @param window number of the window
 */
record Cylinder(int centre, int zone, int window, long cases, double expected, double score) {

  private static final double SAME = 1e-9;

  /** Whether it has the higher score, or among equals the smaller radius, then fewer places. */
  boolean beats(Cylinder other, Zones zones) {
    if (other == null || Math.abs(score - other.score) > SAME) {
      return other == null || score > other.score;
    }
    int smaller = Double.compare(zones.radius(zone), zones.radius(other.zone));
    return smaller < 0
        || (smaller == 0 && zone - zones.from(centre) < other.zone - zones.from(other.centre));
  }
}

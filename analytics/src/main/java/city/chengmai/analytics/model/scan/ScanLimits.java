package city.chengmai.analytics.model.scan;

/**
 * How large a cluster may be.
 *
 * @param radius largest radius, in the unit of the distance
 * @param share largest share of all cases (or of the population) inside a circle, at most 1
 * @param places most places of a circle
 * @param cases fewest cases of a cluster
 */
public record ScanLimits(double radius, double share, int places, int cases) {

  private static final double HALF = 0.5;

  /** Checks that something can be found within. */
  public ScanLimits {
    if (!(radius >= 0) || !(share > 0 && share <= 1) || places < 1 || cases < 1) {
      throw new IllegalArgumentException(
          "limits of a cluster: expected radius of at least 0, share above 0 and up to 1, at least"
              + " one place and one case, seen "
              + radius
              + ", "
              + share
              + ", "
              + places
              + ", "
              + cases);
    }
  }

  /** Up to half of all cases, at least two of them, whatever the radius. */
  public static ScanLimits half() {
    return new ScanLimits(Double.POSITIVE_INFINITY, HALF, Integer.MAX_VALUE, 2);
  }

  /** The same up to a radius. */
  public ScanLimits withRadius(double limit) {
    return new ScanLimits(limit, share, places, cases);
  }

  /** The same up to a share. */
  public ScanLimits withShare(double limit) {
    return new ScanLimits(radius, limit, places, cases);
  }

  /** The same up to a number of places. */
  public ScanLimits withPlaces(int limit) {
    return new ScanLimits(radius, share, limit, cases);
  }

  /** The same from a number of cases. */
  public ScanLimits withCases(int fewest) {
    return new ScanLimits(radius, share, places, fewest);
  }
}

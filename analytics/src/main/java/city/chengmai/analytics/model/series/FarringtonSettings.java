package city.chengmai.analytics.model.series;

/**
 * How Farrington Flexible is used, for weekly series.
 *
 * @param alpha share of ordinary weeks that may raise an alarm, within (0, 1)
 * @param years of history, at least 1
 * @param halfWidth weeks on each side of the same date that count as the same season
 * @param periods of a year with a level of their own, at least 2
 * @param leftOut latest weeks not learnt from
 */
public record FarringtonSettings(double alpha, int years, int halfWidth, int periods, int leftOut) {

  private static final int WEEKS = 52;

  /** Refuses numbers out of range. */
  public FarringtonSettings {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 1, but is " + alpha);
    }
    if (years < 1 || halfWidth < 1 || periods < 2 || leftOut < 0 || leftOut >= years * WEEKS) {
      throw new IllegalArgumentException(
          "Farrington needs 1 year, a half-width of 1 week and 2 periods at least and must not leave"
              + " out the whole history, but has %d years, %d weeks, %d periods and leaves out %d weeks"
                  .formatted(years, halfWidth, periods, leftOut));
    }
  }

  /** The settings of Noufaily et al. 2013: five years, three weeks, ten periods, half a year. */
  public static FarringtonSettings standard(double alpha) {
    return new FarringtonSettings(alpha, 5, 3, 10, 26);
  }

  /** The same with fewer or more years. */
  public FarringtonSettings withYears(int other) {
    return new FarringtonSettings(alpha, other, halfWidth, periods, leftOut);
  }
}

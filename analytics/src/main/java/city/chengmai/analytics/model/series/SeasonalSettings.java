package city.chengmai.analytics.model.series;

/**
 * How the seasonal model is used.
 *
 * @param alpha share of ordinary periods that may raise an alarm, within (0, 1)
 * @param pooling how much larger the tail of two periods' sum must be to count as much as that of
 *     one, 0 for one period alone
 * @param season length of the yearly wave in days
 */
public record SeasonalSettings(double alpha, double pooling, double season) {

  /** 1 finds more outbreaks in all, but fewer in their first period; 3 is between. */
  public static final double POOLED = 3;

  /** Refuses numbers out of range. */
  public SeasonalSettings {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 1, but is " + alpha);
    }
    if (pooling < 0 || !(season > 0)) {
      throw new IllegalArgumentException(
          "pooling must not be negative and season above 0, but they are "
              + pooling
              + " and "
              + season);
    }
  }

  /** Two periods pooled, a mean year. */
  public static SeasonalSettings standard(double alpha) {
    return new SeasonalSettings(alpha, POOLED, SeasonalTerms.YEAR);
  }

  /** The same for one period alone. */
  public SeasonalSettings unpooled() {
    return new SeasonalSettings(alpha, 0, season);
  }
}

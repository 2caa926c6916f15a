package city.chengmai.dashboard.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are told, and the names of their units. */
public final class Rounded {

  /** Whole things. */
  public static final String COUNT = "count";

  /** Parts of a hundred. */
  public static final String PERCENT = "percent";

  /** Points of a score. */
  public static final String POINTS = "points";

  /** Hours. */
  public static final String HOURS = "hours";

  private Rounded() {}

  /** The number to so many decimals, half away from zero; never a negative zero. */
  public static double to(double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be a number, not " + value);
    }
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue() + 0.0;
  }
}

package city.chengmai.analytics.model.alert;

/**
 * A case with its time limit, in seconds since 1970.
 *
 * @param id of the case
 * @param grid base grid
 * @param filed when the limit began to run
 * @param due when it ends, after {@code filed}
 * @param ended when handling was finished, {@link #OPEN} while it is not
 */
public record HandledCase(String id, String grid, long filed, long due, long ended) {

  /** Not finished yet. */
  public static final long OPEN = Long.MAX_VALUE;

  /** Checks the order. */
  public HandledCase {
    if (due <= filed) {
      throw new IllegalArgumentException(
          "case " + id + ": expected a due time after " + filed + ", seen " + due);
    }
  }

  boolean isOpenAt(long moment) {
    return filed < moment && ended > moment;
  }

  /** Part of the limit that had gone by at a moment or at the end of handling. */
  double share(long moment) {
    return (double) (Math.min(ended, moment) - filed) / (due - filed);
  }
}

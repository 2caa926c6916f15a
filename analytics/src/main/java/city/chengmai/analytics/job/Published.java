package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * What came of publishing rows.
 *
 * @param written rows written
 * @param restated published values that changed
 * @param firstDay first day with a row that was written, in days since 1970-01-01
 */
record Published(long written, long restated, long firstDay) implements Serializable {

  static final Published NOTHING = new Published(0, 0, Long.MAX_VALUE);

  /** Nobody knows which days were written. */
  static final Published ANYTHING = new Published(0, 0, Long.MIN_VALUE);

  Published plus(Published other) {
    return new Published(
        written + other.written, restated + other.restated, Math.min(firstDay, other.firstDay));
  }
}

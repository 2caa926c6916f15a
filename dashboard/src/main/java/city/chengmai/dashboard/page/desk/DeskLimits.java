package city.chengmai.dashboard.page.desk;

import java.time.Duration;

/**
 * How much one run may ask for.
 *
 * @param rows shown at most
 * @param seconds run at most
 */
record DeskLimits(int rows, int seconds) {

  /** Rows shown unless the analyst asks for more. */
  static final int DEFAULT_ROWS = 1_000;

  /** Rows shown at most. */
  static final int MOST_ROWS = 10_000;

  /** Seconds a run may take unless the analyst asks for more. */
  static final int DEFAULT_SECONDS = 30;

  /** Seconds a run may take at most. */
  static final int MOST_SECONDS = 300;

  /** Memory that the rows of one run may take. */
  static final long MOST_BYTES = 32_000_000L;

  /** Memory that the rows of all runs may take; beyond it the oldest are forgotten. */
  static final long MOST_BYTES_KEPT = 96_000_000L;

  /** Bytes that an export may have on the server. */
  static final long MOST_EXPORT_BYTES = 2_000_000_000L;

  /** A run whose page stopped asking for this long is stopped. */
  static final Duration ABANDONED = Duration.ofSeconds(10);

  /** The same while it waits for its turn: browsers let hidden pages ask once a minute. */
  static final Duration ABANDONED_WAITING = Duration.ofSeconds(90);

  /** How long a result is kept for its page. */
  static final Duration KEPT = Duration.ofMinutes(10);

  /** Brings whatever a browser sent into the allowed range. */
  DeskLimits {
    rows = Math.max(1, Math.min(rows, MOST_ROWS));
    seconds = Math.max(1, Math.min(seconds, MOST_SECONDS));
  }
}

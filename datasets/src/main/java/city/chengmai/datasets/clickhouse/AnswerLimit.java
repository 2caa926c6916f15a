package city.chengmai.datasets.clickhouse;

import java.time.Duration;

/**
 * How long a server may take until it begins to answer. A server that accepts connections and then
 * hangs would otherwise hold its caller for ever.
 */
final class AnswerLimit {
  /** For the question whether the server is alive. */
  static final Duration HEALTH = Duration.ofSeconds(5);

  /** For inserts, and for statements that set no limit of their own. */
  static final Duration LONG = Duration.ofMinutes(2);

  private static final String SERVER_LIMIT = "max_execution_time";

  /** Added to the server's own limit, so that its error text arrives before we give up. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private AnswerLimit() {}

  /** The limit of a statement: that of its setting max_execution_time and a margin, or 120 s. */
  static Duration of(ClickHouseQuery query) {
    String seconds = query.settings().getOrDefault(SERVER_LIMIT, "0");
    try {
      double limit = Double.parseDouble(seconds);
      return limit > 0 ? Duration.ofMillis((long) (limit * 1_000)).plus(MARGIN) : LONG;
    } catch (NumberFormatException unreadable) {
      // The server says what is wrong with the setting.
      return LONG;
    }
  }
}

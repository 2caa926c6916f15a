package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.time.Duration;

/** How many events are in ClickHouse. */
record Landing(ClickHouseClient client) {

  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);
  private static final int POLL_MILLISECONDS = 200;

  private long rows() {
    requireNoRefusals();
    return Long.parseLong(client.scalar("SELECT count() FROM events SETTINGS final = 0"));
  }

  // Every event of the benchmark is a good one: what is not accepted would be fast for nothing.
  private void requireNoRefusals() {
    String refused = client.scalar("SELECT toString(groupUniqArray(5)(detail)) FROM dead_letters");
    if (!refused.equals("[]")) {
      throw new IllegalStateException("events of the benchmark were refused: " + refused);
    }
  }

  /** Returns the number of rows once there are at least so many. */
  long await(long wanted) throws InterruptedException {
    long before = -1;
    long moved = System.nanoTime();
    while (true) {
      long rows = rows();
      if (rows >= wanted) {
        return rows;
      }
      if (rows != before) {
        before = rows;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > LONGEST_STANDSTILL.toNanos()) {
        throw new IllegalStateException(
            "waited for " + wanted + " rows in table events, it stands still at " + rows);
      }
      Thread.sleep(POLL_MILLISECONDS);
    }
  }
}

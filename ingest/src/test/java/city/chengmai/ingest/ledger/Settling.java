package city.chengmai.ingest.ledger;

import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/** Waits until topology and sinks have dealt with everything. */
final class Settling {

  private static final Duration NO_PROGRESS = Duration.ofMinutes(4);

  private Settling() {}

  /** Returns when everything sent is in ClickHouse; fails when nothing moves for minutes. */
  static void await(Map<String, Object> client, Supplier<String> state)
      throws InterruptedException {
    try (Admin admin = Admin.create(client)) {
      Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
      long least = Long.MAX_VALUE;
      long moved = System.nanoTime();
      int empty = 0;
      while (empty < 3) {
        long records = backlog.records();
        if (records != least) {
          moved = System.nanoTime();
          least = records;
        }
        if (System.nanoTime() - moved > NO_PROGRESS.toNanos()) {
          throw new IllegalStateException(
              records + " records wait and nothing moves; " + state.get());
        }
        empty = records == 0 ? empty + 1 : 0;
        Thread.sleep(300);
      }
    }
  }
}

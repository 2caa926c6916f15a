package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks ClickHouse without pause for the events it was told of, until each was shown. */
final class Probes implements AutoCloseable {

  private static final int PAUSE_MILLISECONDS = 10;
  private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

  private final ClickHouseClient reader;
  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread = new Thread(this::run, "probes");
  private volatile boolean closed;
  private volatile RuntimeException failure;

  Probes(ClickHouseClient reader) {
    this.reader = reader;
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts the clock of an event: the gateway has answered that it is accepted. */
  void accepted(String id) {
    waiting.put(id, System.nanoTime());
  }

  /** Returns when every event was shown. */
  void await() throws InterruptedException {
    long start = System.nanoTime();
    while (!waiting.isEmpty()) {
      if (failure != null || System.nanoTime() - start > LONGEST_WAIT_NANOS) {
        throw new IllegalStateException(waiting.size() + " events were never shown", failure);
      }
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }

  int count() {
    return milliseconds.size();
  }

  double percentile(double share) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  @Override
  public void close() {
    closed = true;
  }

  private void run() {
    try {
      while (!closed) {
        look();
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void look() {
    List<String> ids = List.copyOf(waiting.keySet());
    if (ids.isEmpty()) {
      return;
    }
    String list = "'" + String.join("','", ids) + "'";
    String sql = "SELECT id FROM events WHERE id IN (" + list + ")";
    List<String> shown = reader.rows(sql).stream().map(row -> row.get("id").asText()).toList();
    long now = System.nanoTime();
    for (String id : shown) {
      Long since = waiting.remove(id);
      if (since != null) {
        milliseconds.add((now - since) / 1e6);
      }
    }
  }
}

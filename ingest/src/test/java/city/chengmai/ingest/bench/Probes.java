package city.chengmai.ingest.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Asks ClickHouse without pause for the events it was told of, until each was shown. */
final class Probes implements AutoCloseable {

  private static final int PAUSE_MILLISECONDS = 50;
  private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;
  private static final double NANOS = 1e6;

  private final ClickHouseClient reader;
  private final Map<String, Probe> waiting = new ConcurrentHashMap<>();
  private final List<Sight> sights = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread = new Thread(this::run, "probes");
  private final double epoch = InstantSource.system().millis() - System.nanoTime() / NANOS;
  private volatile boolean closed;
  private volatile RuntimeException failure;

  private record Probe(String source, double intended, double accepted) {}

  /**
   * An event on its way, in milliseconds.
   *
   * @param accepted from the moment it was meant to be sent to the gateway's 202
   * @param processed from there until the topology took it; both may overlap
   * @param shown from there, over commit and sink, to the answer of the query that held it
   * @param whole from the moment it was meant to be sent to that answer
   */
  record Sight(double accepted, double processed, double shown, double whole) {}

  Probes(ClickHouseClient reader) {
    this.reader = reader;
    thread.setDaemon(true);
    thread.start();
  }

  /** The gateway has answered that it accepted an event that was meant to be sent then. */
  void accepted(String source, String id, long intendedNanos) {
    waiting.put(id, new Probe(source, intendedNanos / NANOS, System.nanoTime() / NANOS));
  }

  /** Returns when every event was shown. */
  void await() throws InterruptedException {
    long start = System.nanoTime();
    while (!waiting.isEmpty()) {
      if (failure != null || System.nanoTime() - start > LONGEST_WAIT_NANOS) {
        throw new IllegalStateException(
            waiting.size() + " events were never shown: " + waiting.keySet() + refused(), failure);
      }
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }

  private String refused() {
    return "; dead letters: "
        + reader.rows("SELECT reason, event_id, detail FROM dead_letters LIMIT 20")
        + "; events: "
        + reader.scalar("SELECT count() FROM events");
  }

  int count() {
    return sights.size();
  }

  double percentile(double share, ToDoubleFunction<Sight> part) {
    List<Double> sorted = sights.stream().map(part::applyAsDouble).sorted().toList();
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
    if (waiting.isEmpty()) {
      return;
    }
    // By the table's own order, so that asking often costs little.
    String identities =
        waiting.entrySet().stream()
            .map(entry -> "('" + entry.getValue().source() + "','" + entry.getKey() + "')")
            .collect(Collectors.joining(","));
    List<ObjectNode> rows =
        reader.rows(
            "SELECT id, toUnixTimestamp64Milli(recorded_at) AS recorded FROM events WHERE (source, id) IN"
                + " ("
                + identities
                + ")");
    double now = System.nanoTime() / NANOS;
    for (ObjectNode row : rows) {
      Probe probe = waiting.remove(row.get("id").asText());
      if (probe != null) {
        double recorded = row.get("recorded").asDouble() - epoch;
        sights.add(
            new Sight(
                probe.accepted() - probe.intended(),
                recorded - probe.accepted(),
                now - recorded,
                now - probe.intended()));
      }
    }
  }
}

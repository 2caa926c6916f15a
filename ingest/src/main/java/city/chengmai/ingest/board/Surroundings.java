package city.chengmai.ingest.board;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.ingest.replay.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;

/**
 * Asks what ingest stands on, ClickHouse and the broker, and how many records wait in the broker.
 * Answers from memory, so that whoever asks never waits for a server that is away. Thread-safe.
 */
public final class Surroundings implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 5_000;
  private static final Health NOT_ASKED = Health.UP;

  private final ClickHouseClient client;
  private final Admin admin;
  private final Backlog backlog;
  private final AtomicLong behindTopology = new AtomicLong();
  private final AtomicLong behindSink = new AtomicLong();
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, Surroundings::daemon);
  private volatile Health store = NOT_ASKED;
  private volatile Health broker = NOT_ASKED;

  /**
   * Asks from now on.
   *
   * @param client asks ClickHouse; the caller closes it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // both end with the timer, and catch what they meet
  public Surroundings(
      ClickHouseClient client,
      String bootstrapServers,
      String topologyGroup,
      String sinkGroup,
      MeterRegistry registry) {
    this.client = client;
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", PATIENCE_MILLISECONDS / 2,
                "default.api.timeout.ms", PATIENCE_MILLISECONDS));
    this.backlog = new Backlog(admin, topologyGroup, sinkGroup);
    registry.gauge("ingest.events.behind", behindTopology);
    registry.gauge("ingest.facts.behind", behindSink);
    timer.scheduleWithFixedDelay(this::askStore, 0, 2, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(this::askBroker, 0, 5, TimeUnit.SECONDS);
  }

  /** How ClickHouse is: while it is away, rows wait in the broker and nothing is lost. */
  public Health store() {
    return store;
  }

  /** How the broker is. */
  public Health broker() {
    return broker;
  }

  /** Events that the topology has not read yet, as last known. */
  public long behindTopology() {
    return behindTopology.get();
  }

  /** Rows and dead letters that are not in ClickHouse yet, as last known. */
  public long behindSink() {
    return behindSink.get();
  }

  private void askStore() {
    try {
      Health health = client.health();
      store = health.asDegraded();
    } catch (RuntimeException defect) {
      // The timer would drop a question that throws, and the last answer would stand for ever.
      store = Health.degraded("ClickHouse could not be asked: " + defect).because("defect");
    }
  }

  private void askBroker() {
    try {
      behindTopology.set(backlog.ofTopology());
      behindSink.set(backlog.ofSink());
      broker = Health.UP;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException away) {
      broker =
          Health.degraded(
                  "Kafka does not answer: " + (away.getCause() == null ? away : away.getCause()))
              .because("broker-silent");
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "surroundings");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }
}

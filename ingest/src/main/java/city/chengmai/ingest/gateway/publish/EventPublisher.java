package city.chengmai.ingest.gateway.publish;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.ingest.room.DiskRoom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to Kafka and says when all replicas have them. What is under way is bounded, so that
 * a broker that is away costs the senders patience and not this process its memory. Thread-safe.
 */
public final class EventPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
  private static final int IN_FLIGHT_BYTES = 24 << 20;
  private static final int BUFFER_BYTES = 32 << 20;
  private static final Duration IDLE = Duration.ofDays(30);
  private static final Duration NO_ROOM = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;
  private final GatewayMetrics metrics;
  private final DiskRoom room;
  private final Semaphore budget = new Semaphore(IN_FLIGHT_BYTES);

  /** While Kafka does not answer, one request at a time may wait for it, not every thread. */
  private final Semaphore probe = new Semaphore(1);

  private volatile String lastFault = "";

  /**
   * A publisher that gives up on an event after this long.
   *
   * @param room nothing is sent while there is none
   */
  public EventPublisher(String servers, Duration patience, DiskRoom room, GatewayMetrics metrics) {
    this.room = room;
    this.producer = new KafkaProducer<>(settings(servers, patience));
    this.metrics = metrics;
    metrics.watchInFlight(() -> IN_FLIGHT_BYTES - budget.availablePermits());
  }

  /** Fetches what is known of the topic, so that the first event need not wait for it. */
  public void warmUp() {
    try {
      producer.partitionsFor(Topics.EVENTS);
    } catch (KafkaException e) {
      LOG.warn("Kafka does not tell of {} yet: {}", Topics.EVENTS, e.getMessage());
    }
  }

  /**
   * Sends events in their order. Each future completes with an empty text when Kafka has
   * acknowledged the event, else with what went wrong.
   *
   * @throws RequestRefused (503) when too much is under way or Kafka has no room; then none was
   *     sent
   */
  public List<CompletableFuture<String>> publish(List<Admitted> events) {
    requireRoom();
    boolean probing = !lastFault.isEmpty();
    if (probing && !probe.tryAcquire()) {
      throw busy("Kafka does not acknowledge events now; nothing was sent, try it again later");
    }
    try {
      return send(events);
    } finally {
      if (probing) {
        probe.release();
      }
    }
  }

  private void requireRoom() {
    if (room.full()) {
      throw new RequestRefused(
              503,
              "disk-full",
              "there is no room to keep events now; nothing was sent, try it again later")
          .retryAfter(NO_ROOM);
    }
  }

  private List<CompletableFuture<String>> send(List<Admitted> events) {
    int bytes = events.stream().mapToInt(event -> event.bytes().length).sum();
    if (!budget.tryAcquire(bytes)) {
      throw busy("too many events wait for Kafka; nothing was sent, try it again in a moment");
    }
    List<CompletableFuture<String>> outcomes = new ArrayList<>();
    String failed = "";
    for (Admitted event : events) {
      CompletableFuture<String> outcome = failed.isEmpty() ? send(event) : unsent(event, failed);
      outcomes.add(outcome);
      failed = outcome.getNow("");
    }
    return outcomes;
  }

  // When Kafka cannot even be asked for the topic, each event would hold the thread for as long.
  private CompletableFuture<String> unsent(Admitted event, String fault) {
    budget.release(event.bytes().length);
    return CompletableFuture.completedFuture(fault);
  }

  private static RequestRefused busy(String sentence) {
    return new RequestRefused(503, "busy", sentence).retryAfter(Duration.ofSeconds(2));
  }

  /** Degraded while Kafka does not acknowledge what it is given. */
  public Health health() {
    String fault = lastFault;
    return fault.isEmpty()
        ? Health.UP
        : Health.degraded("Kafka does not acknowledge events: " + fault)
            .because("not-acknowledged");
  }

  @Override
  public void close() {
    producer.close(STOP);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback hears what the future would say.
  private CompletableFuture<String> send(Admitted event) {
    long start = System.nanoTime();
    CompletableFuture<String> outcome = new CompletableFuture<>();
    byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(
          new ProducerRecord<>(Topics.EVENTS, key, event.bytes()),
          (at, fault) -> settle(event, outcome, fault, start));
    } catch (KafkaException | IllegalStateException fault) {
      settle(event, outcome, fault, start);
    }
    return outcome;
  }

  private void settle(
      Admitted event, CompletableFuture<String> outcome, Exception fault, long start) {
    budget.release(event.bytes().length);
    if (fault == null) {
      metrics.acknowledgedAfter(System.nanoTime() - start);
      lastFault = "";
      outcome.complete("");
      return;
    }
    if (lastFault.isEmpty()) {
      LOG.warn("Kafka did not acknowledge an event: {}", fault.toString());
    }
    lastFault = String.valueOf(fault.getMessage());
    outcome.complete(lastFault.isEmpty() ? fault.getClass().getSimpleName() : lastFault);
  }

  private static Map<String, Object> settings(String servers, Duration patience) {
    int limit = (int) patience.toMillis();
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 10);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, limit);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, limit / 2);
    // Sending holds a thread of the server while topic data are fetched; afterwards it holds none.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(limit, 1_000));
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, IDLE.toMillis());
    return settings;
  }
}

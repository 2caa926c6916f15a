package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The sinks of this process: one consumer group, one thread a consumer. */
public final class Sinks implements AutoCloseable {

  /** Consumer group of all sinks of an installation. */
  public static final String GROUP = "chengmai-sink";

  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int LONGEST_WRITE_MILLISECONDS = 30 * 60_000;

  private static final int SESSION_MILLISECONDS = 10_000;

  private final List<SinkLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final KafkaProducer<byte[], byte[]> producer;

  /** Makes the sinks; {@link #start} starts them. */
  public Sinks(
      String bootstrapServers,
      int count,
      BatchLimits limits,
      RowStore store,
      InstantSource clock,
      SinkMetrics metrics) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    for (int i = 0; i < count; i++) {
      BatchWriter writer = new BatchWriter(store, new DeadLetterProducer(producer, clock), metrics);
      Backoff backoff = new Backoff(RandomGenerator.getDefault());
      loops.add(
          new SinkLoop(
              consumer(bootstrapServers), new RecordRows(clock), writer, limits, backoff, metrics));
    }
  }

  /**
   * Starts the threads.
   *
   * @param died hears, on the dying thread, of a sink that ends without having been asked to
   */
  public void start(Consumer<Throwable> died) {
    for (SinkLoop loop : loops) {
      Thread thread = new Thread(() -> run(loop, died), "sink-" + threads.size());
      threads.add(thread);
      thread.start();
    }
  }

  private static void run(SinkLoop loop, Consumer<Throwable> died) {
    try {
      loop.run();
    } catch (RuntimeException | Error e) {
      died.accept(e);
    }
  }

  /** The worst health of any of them. */
  public Health health() {
    Health worst = Health.UP;
    for (SinkLoop loop : loops) {
      Health health = loop.health();
      worst = health.state().compareTo(worst.state()) > 0 ? health : worst;
    }
    return worst;
  }

  @Override
  public void close() {
    loops.forEach(SinkLoop::stop);
    try {
      for (Thread thread : threads) {
        thread.join(STOP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(STOP);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("group.id", GROUP);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", 10_000);
    // Halving a batch with many refused rows takes thousands of inserts between two polls. A dead
    // process is still noticed by its session.
    settings.put("max.poll.interval.ms", LONGEST_WRITE_MILLISECONDS);
    settings.put("max.partition.fetch.bytes", 4 << 20);
    // A process that was killed holds its partitions for as long as this.
    settings.put("session.timeout.ms", SESSION_MILLISECONDS);
    settings.put("heartbeat.interval.ms", SESSION_MILLISECONDS / 5);
    // Eager: after a rebalance every partition starts at its committed offset, so that dropping the
    // batch loses nothing.
    settings.put("partition.assignment.strategy", RangeAssignor.class.getName());
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}

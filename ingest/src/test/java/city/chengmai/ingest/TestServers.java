package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker and a real ClickHouse on free ports, for the ingest that a test runs on them. */
public final class TestServers implements AutoCloseable {

  private static final int POLL_MILLISECONDS = 200;
  private static final Duration NO_PROGRESS = Duration.ofMinutes(3);

  private final Path directory;
  private final ChildBroker broker;
  private final EmbeddedClickHouse engine;
  private final ClickHouseClient reader;
  private final Admin admin;

  private TestServers(Path directory) throws IOException {
    this.directory = directory;
    broker = ChildBroker.start(directory.resolve("kafka"));
    engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
    reader = new ClickHouseClient(engine.reader());
    admin = Admin.create(broker.client());
  }

  /** Starts both with their files in {@code kafka} and {@code clickhouse} of this directory. */
  public static TestServers start(Path directory) throws IOException {
    return new TestServers(directory);
  }

  public ChildBroker broker() {
    return broker;
  }

  public EmbeddedClickHouse engine() {
    return engine;
  }

  public ClickHouseClient reader() {
    return reader;
  }

  /** Both addresses, a data directory {@code ingest}, and pairs of environment names and values. */
  public Settings settings(String... more) {
    Map<String, String> values = new HashMap<>(engine.environment());
    values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    values.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest").toString());
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new Settings(Map.of(), values);
  }

  /** Topology and sinks of a city; the caller closes them. */
  public IngestService serve(City city, InstantSource clock) throws InterruptedException {
    return serve(city, clock, settings(), new SimpleMeterRegistry());
  }

  public IngestService serve(
      City city, InstantSource clock, Settings settings, MeterRegistry registry)
      throws InterruptedException {
    IngestService.prepare(settings, city, InstantSource.system());
    IngestService service = new IngestService(settings, city, clock, registry);
    service.start(Duration.ofMinutes(2));
    return service;
  }

  /** A producer of records up to 4 MiB; the caller closes it. */
  public KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> client = new HashMap<>(broker.client());
    client.put("max.request.size", 4 << 20);
    return new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Returns when everything that was sent has been dealt with; fails when nothing moves. */
  public void settle() throws InterruptedException {
    Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
    long before = -1;
    long moved = System.nanoTime();
    int empty = 0;
    while (empty < 2) {
      long records = backlog.records();
      if (records != before) {
        before = records;
        moved = System.nanoTime();
      } else if (records > 0 && System.nanoTime() - moved > NO_PROGRESS.toNanos()) {
        throw new IllegalStateException(records + " records wait and nothing moves");
      }
      empty = records == 0 ? empty + 1 : 0;
      Thread.sleep(POLL_MILLISECONDS);
    }
  }

  /** The number that a query gives. */
  public long count(String sql) {
    return Long.parseLong(reader.scalar(sql));
  }

  public Iterable<String> topics() throws InterruptedException, ExecutionException {
    return admin.listTopics().names().get();
  }

  /** Keys, values and headers of all that a topic holds, as text. */
  public String dump(String topic) {
    StringBuilder text = new StringBuilder();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            broker.client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          text.append(readable(record.key())).append(readable(record.value()));
          record.headers().forEach(header -> text.append(readable(header.value())));
        }
      }
    }
    return text.toString();
  }

  private static String readable(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    admin.close();
    engine.close();
    broker.close();
  }
}

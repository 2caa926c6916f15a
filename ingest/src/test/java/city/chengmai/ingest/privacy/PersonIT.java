package city.chengmai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.IngestService;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.embedded.ChildBroker;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import city.chengmai.testing.PersonalPayloads;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * One person in every text of every event type, well-formed, refused and broken. Once the events
 * are taken and purged she is nowhere: in no topic, {@code city.events} where producers wrote her
 * included, no table, no query log, no log, no file of ingest and ClickHouse. The pages are
 * searched where they are, in dashboard's tests.
 */
class PersonIT {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

  @TempDir private Path directory;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @Test
  void aPersonIsNowhere() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"));
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"))) {
      Settings settings = settings(broker, engine);
      IngestService.prepare(settings, TestCity.create(), InstantSource.system());
      try (IngestService service = new IngestService(settings, TestCity.create(), CLOCK, metrics);
          Admin admin = Admin.create(broker.client())) {
        send(broker);
        assertThat(dump(Topics.EVENTS, broker))
            .as("what was sent can be found by this search")
            .contains(PersonalPayloads.TRACES);
        service.start(Duration.ofMinutes(2));
        settle(admin);
        awaitPurge(broker);
        searchTables(engine);
        searchTopics(admin, broker);
        searchProcess();
      }
    } finally {
      root.detachAppender(log);
    }
    // Everything is on disk now.
    searchFiles(directory.resolve("ingest"));
    searchFiles(directory.resolve("clickhouse"));
  }

  private void send(ChildBroker broker) throws Exception {
    Map<String, Object> client = new HashMap<>(broker.client());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      int minute = 0;
      for (EventType type : EventType.values()) {
        String word = type.localName().substring(0, type.localName().indexOf('.'));
        send(producer, event(type, "person-" + word, minute++, PersonalPayloads.fitting(type)));
        send(producer, event(type, "misfit-" + word, minute++, PersonalPayloads.misfit(type)));
        String named = PersonalPayloads.PHONE;
        send(producer, event(type, named, minute++, PersonalPayloads.fitting(type)));
      }
      for (byte[] broken : broken()) {
        producer.send(new ProducerRecord<>(Topics.EVENTS, null, broken)).get();
      }
    }
  }

  private static Event event(EventType type, String subject, int minute, ObjectNode data) {
    return TestEvents.event(type, subject, minute, data.toString().replace('"', '\''));
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, Event event) throws Exception {
    producer
        .send(new ProducerRecord<>(Topics.EVENTS, TestEvents.key(event), TestEvents.bytes(event)))
        .get();
  }

  private static List<byte[]> broken() {
    List<byte[]> broken = new ArrayList<>();
    String[] texts = {
      "{\"caller\":\"" + PersonalPayloads.NAME + "\", tel " + PersonalPayloads.PHONE,
      "姓名：" + PersonalPayloads.NAME + "，身份证" + PersonalPayloads.IDENTITY,
      "{\"approver\":\"" + PersonalPayloads.NAME + "\",\"note\":\"" + PersonalPayloads.NAME + "\"}"
    };
    for (String text : texts) {
      for (Charset encoding : ENCODINGS) {
        broken.add(text.getBytes(encoding));
      }
    }
    return broken;
  }

  private void searchTables(EmbeddedClickHouse engine) {
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      admin.execute("SYSTEM FLUSH LOGS");
      assertThat(Integer.parseInt(admin.scalar("SELECT count() FROM events FINAL")))
          .as("events that were taken")
          .isGreaterThan(EventType.values().length);
      assertThat(Integer.parseInt(admin.scalar("SELECT count() FROM dead_letters FINAL")))
          .as("events that were refused")
          .isGreaterThan(EventType.values().length / 2);
      assertThat(
              admin.scalar("SELECT count() FROM site_complaints WHERE caller_hash LIKE 'hmac:%'"))
          .isNotEqualTo("0");
      for (ObjectNode table :
          admin.rows(
              "SELECT database, name FROM system.tables WHERE database = 'chengmai'"
                  + " OR (database = 'system' AND name LIKE '%\\\\_log')")) {
        String name = table.get("database").asText() + "." + table.get("name").asText();
        String dump = admin.rows("SELECT * FROM " + name).toString();
        assertThat(dump).as(name).doesNotContain(PersonalPayloads.TRACES);
      }
    }
  }

  private void searchTopics(Admin admin, ChildBroker broker) throws Exception {
    for (String topic : admin.listTopics().names().get()) {
      assertThat(dump(topic, broker)).as(topic).doesNotContain(PersonalPayloads.TRACES);
    }
  }

  private void searchProcess() {
    StringBuilder text = new StringBuilder();
    for (ILoggingEvent line : List.copyOf(log.list)) {
      text.append(line.getFormattedMessage()).append(line.getThrowableProxy()).append('\n');
    }
    metrics.getMeters().forEach(meter -> text.append(meter.getId()));
    assertThat(text).as("log and metrics").doesNotContain(PersonalPayloads.TRACES);
  }

  private static void searchFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertThat(PersonalPayloads.TRACES.stream().filter(bytes::contains))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  private static void settle(Admin admin) throws InterruptedException {
    Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
    int empty = 0;
    while (empty < 2) {
      empty = backlog.records() == 0 ? empty + 1 : 0;
      Thread.sleep(200);
    }
  }

  // The last commit may be younger than the last purge.
  private static void awaitPurge(ChildBroker broker) throws InterruptedException {
    while (PersonalPayloads.TRACES.stream().anyMatch(dump(Topics.EVENTS, broker)::contains)) {
      Thread.sleep(200);
    }
  }

  private static String dump(String topic, ChildBroker broker) {
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

  private Settings settings(ChildBroker broker, EmbeddedClickHouse engine) {
    Map<String, String> values = new HashMap<>(engine.environment());
    values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    values.put("INGEST_PURGE_SECONDS", "1");
    values.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest").toString());
    return new Settings(Map.of(), values);
  }
}

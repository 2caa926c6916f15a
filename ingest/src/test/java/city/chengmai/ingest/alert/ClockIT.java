package city.chengmai.ingest.alert;

import static city.chengmai.ingest.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.ChildIngest;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.embedded.ChildBroker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clocks on a real broker and a real ClickHouse, with an ingest process that is killed. A minute of
 * the city is a second here, and its clock starts at noon of the test events.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ClockIT {

  private static final int SPEED = 60;

  private final Map<String, String> environment = new HashMap<>();
  private ChildBroker broker;
  private EmbeddedClickHouse engine;
  private ChildIngest ingest;
  private KafkaProducer<byte[], byte[]> producer;
  private ClickHouseClient reader;
  private Instant start;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    broker = ChildBroker.start(directory.resolve("kafka"));
    engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
    producer =
        new KafkaProducer<>(broker.client(), new ByteArraySerializer(), new ByteArraySerializer());
    reader = new ClickHouseClient(engine.reader());
    start = Instant.now();
    environment.putAll(engine.environment());
    environment.put("LOG_FORMAT", "json");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    environment.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest").toString());
    environment.put("CITY_NAME", city(directory.resolve("city")).toString());
    environment.put("CITY_CLOCK", "from:" + TestEvents.NOON + "@" + start + "x" + SPEED);
    ingest = ChildIngest.start(environment);
  }

  @AfterAll
  void stop() throws Exception {
    ingest.close();
    reader.close();
    producer.close();
    engine.close();
    broker.close();
  }

  @Test
  void alertsAreRaisedAndClearedOnceWhateverIsKilled() throws Exception {
    int now = minute();
    send(report("open-case", now));
    Event filed = event(EventType.CASE_FILED, "open-case", now, due(now + 15));
    send(filed);
    send(report("closed-case", now));
    send(event(EventType.CASE_FILED, "closed-case", now, due(now + 15)));
    send(report("late-case", now));
    send(event(EventType.CASE_FILED, "late-case", now, due(now + 40)));
    await("open-case", "A01", "open");
    await("closed-case", "A01", "open");
    assertThat(told("A01|open-case"))
        .as("the event that set the clock, in the log of the process that raised")
        .isEqualTo(CorrelationId.of(filed.source(), filed.id()));

    ingest.kill();
    int killedAt = minute();
    send(event(EventType.CASE_CLOSED, "closed-case", killedAt, "{'manner':'normal'}"));
    send(event(EventType.CASE_CLOSED, "late-case", now + 20, "{'manner':'normal'}"));
    ingest = ChildIngest.start(environment);
    await("closed-case", "A01", "cleared");
    await("urn:test", "A08", "open");
    ingest.kill();
    ingest = ChildIngest.start(environment);
    now = minute();
    send(event(EventType.CASE_CLOSED, "open-case", now, "{'manner':'normal'}"));
    await("open-case", "A01", "cleared");
    await("urn:test", "A08", "cleared");

    assertThat(causesWithSeveralRows()).as("one cause, one alert").isEmpty();
    assertThat(rows("late-case")).as("closed in time, told late").isEmpty();
    assertThat(rows("open-case"))
        .extracting(row -> row.get("rule").asText())
        .containsOnly("A01", "A01-due-soon");
    assertThat(written("A01 open-case warning open")).isOne();
    assertThat(written("A01 open-case alarm open")).isLessThanOrEqualTo(1);
    assertThat(written("A01 closed-case warning open")).isOne();
  }

  /** Waits for the newest alert of this rule about this subject to be in a state. */
  private void await(String subject, String rule, String state) throws InterruptedException {
    List<ObjectNode> rows = rows(subject);
    while (rows.stream()
        .noneMatch(
            row ->
                row.get("rule").asText().equals(rule) && row.get("state").asText().equals(state))) {
      assertThat(ingest.isAlive()).as("ingest while waiting for %s %s", rule, state).isTrue();
      Thread.sleep(100);
      rows = rows(subject);
    }
  }

  /**
   * The correlation id in the log line of an alert that was raised; every line of a log is JSON.
   */
  private String told(String alert) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      for (String line : ingest.said()) {
        assertThat(line).as("no line of plain text").matches("\\{.*}|(progress|ready) ingest.*");
        if (line.startsWith("{")) {
          Map<String, String> keys = keys(new JsonMapper().readTree(line));
          if (keys.getOrDefault("alert", "").startsWith(alert)) {
            return keys.getOrDefault(CorrelationId.KEY, "");
          }
        }
      }
      Thread.sleep(100);
    }
    return "not told";
  }

  private static Map<String, String> keys(JsonNode line) {
    assertThat(line.path("level").asText()).isNotEmpty();
    assertThat(line.path("formattedMessage").asText()).isNotEmpty();
    Map<String, String> keys = new HashMap<>();
    line.path("kvpList")
        .forEach(
            pair ->
                pair.properties().forEach(key -> keys.put(key.getKey(), key.getValue().asText())));
    return keys;
  }

  private List<ObjectNode> causesWithSeveralRows() {
    return reader.rows(
        "SELECT rule, evidence, raised_at, groupArray(alert_id) AS ids FROM alerts"
            + " GROUP BY rule, evidence, raised_at HAVING count() > 1");
  }

  private List<ObjectNode> rows(String subject) {
    return reader.rows(
        "SELECT rule, state, raised_at, cleared_at FROM alerts WHERE evidence[1] = '"
            + subject
            + "'");
  }

  /** How many facts that say this are in Kafka. */
  private long written(String brief) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.FACTS).stream()
              .map(info -> new TopicPartition(Topics.FACTS, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long found = 0;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          found += says(record, brief) ? 1 : 0;
        }
      }
      return found;
    }
  }

  private static boolean says(ConsumerRecord<byte[], byte[]> record, String brief) {
    byte[] table = record.headers().lastHeader("table").value();
    return new String(table, StandardCharsets.UTF_8).startsWith("alerts/")
        && AlertLine.of(record.value()).brief().equals(brief);
  }

  /** Minutes of the city since noon, which are seconds since the start. */
  private int minute() {
    return (int) Duration.between(start, Instant.now()).toSeconds();
  }

  private static Event report(String caseId, int minute) {
    return event(
        EventType.CASE_REPORTED,
        caseId,
        minute,
        "{'category':'looks','channel':'patrol','point':{'longitude':121.005,'latitude':31.005}}");
  }

  private static String due(int minute) {
    return "{'dueAt':'" + TestEvents.NOON.plusSeconds(60L * minute) + "'}";
  }

  private void send(Event event) throws Exception {
    producer
        .send(new ProducerRecord<>(Topics.EVENTS, TestEvents.key(event), TestEvents.bytes(event)))
        .get();
  }

  private static Path city(Path directory) throws IOException {
    Files.createDirectories(directory);
    write(
        directory,
        "city.yaml",
        """
        name-zh: 小城
        name-en: Small
        zone: Asia/Shanghai
        holidays: none
        first-day: 2026-01-01
        feed: {kind: mapping}
        """);
    write(
        directory,
        "areas.geojson",
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"id": "small", "level": "city", "name-zh": "小城", "name-en": "Small"},
           "geometry": null},
          {"type": "Feature", "properties": {"id": "west", "parent": "small", "level": "grid", "grid-type": "general",
             "name-zh": "西片", "name-en": "West"},
           "geometry": {"type": "Polygon",
             "coordinates": [[[121, 31], [121.01, 31], [121.01, 31.01], [121, 31.01], [121, 31]]]}}
        ]}
        """);
    write(directory, "categories.csv", "id,name-zh,name-en\nlooks,市容,Looks\n");
    write(
        directory,
        "mapping.yaml",
        """
        source: urn:test:file
        file: {name: cases.csv}
        times: {formats: ["iso"]}
        case-id: {column: id}
        opened: opened
        category: {columns: [category]}
        """);
    write(directory, "cases.csv", "id,opened,category\n");
    write(
        directory,
        "rules.yaml",
        """
        rules:
          A08: {silent-minutes: 20}
        """);
    return directory;
  }

  private static void write(Path directory, String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}

package city.chengmai.ingest.gateway;

import static city.chengmai.ingest.TestEvents.event;
import static city.chengmai.ingest.TestEvents.reported;
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
import city.chengmai.ingest.gateway.key.ApiKey;
import city.chengmai.ingest.gateway.key.KeyFile;
import city.chengmai.ingest.gateway.open311.ServedCity;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.room.DiskRoom;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Events over HTTP into a real Kafka and, through the topology, a real ClickHouse. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayIT {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));
  private static final String KEY = ApiKey.make();
  private static final String HOTLINE_KEY = ApiKey.make();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Path kafka;
  private int[] ports;
  private ChildBroker broker;
  private EmbeddedClickHouse engine;
  private IngestService service;
  private Gateway gateway;
  private ClickHouseClient reader;
  private KeyFile keyFile;
  private GatewayClient client;
  private DiskRoom room;
  private final AtomicLong reserve = new AtomicLong();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    ports = ChildBroker.freePorts();
    kafka = directory.resolve("kafka");
    broker = ChildBroker.start(kafka, ports);
    engine = EmbeddedClickHouse.start(directory.resolve("clickhouse"));
    Settings settings = settings(directory);
    IngestService.prepare(settings, TestCity.create(), InstantSource.system());
    service = new IngestService(settings, TestCity.create(), CLOCK, new SimpleMeterRegistry());
    service.start(Duration.ofMinutes(2));
    room = DiskRoom.watch(broker.bootstrapServers(), reserve::get);
    service.heed(room);
    keyFile = new KeyFile(directory.resolve("ingest/keys.yaml"));
    String test = entry("test", KEY, "urn:test", "cn.grid.*", 10_000);
    keyFile.add("test", test + "  open311-source: urn:test:open311\n");
    keyFile.add("hotline", entry("hotline", HOTLINE_KEY, "urn:hotline*", "cn.grid.order.*", 3));
    gateway =
        Gateway.start(
            settings, new ServedCity(TestCity.create(), CLOCK, 150), keyFile, registry, room);
    reader = new ClickHouseClient(engine.reader());
    client = new GatewayClient(gateway.port(), KEY);
  }

  @AfterAll
  void stop() throws Exception {
    reader.close();
    gateway.close();
    room.close();
    service.close();
    engine.close();
    broker.close();
  }

  @Test
  @Order(1)
  void anAcceptedEventIsSoonInClickHouse() throws Exception {
    HttpResponse<String> response =
        client.post(GatewayClient.STRUCTURED, TestEvents.bytes(reported("one", 1)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    JsonNode result = GatewayClient.json(response).at("/results/0");
    assertThat(result.path("state").asText()).isEqualTo("accepted");
    assertThat(result.path("id").asText()).isEqualTo("one-case.reported-1");
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = 'one'");
  }

  @Test
  @Order(1)
  void binaryModeTakesAttributesFromHeadersInAnyLetterCase() throws Exception {
    byte[] data =
        "{\"category\":\"street-order\",\"channel\":\"app\",\"address\":\"滨河路 5 号\"}"
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> response =
        client.post(
            "application/json",
            data,
            "CE-ID",
            "b1",
            "Ce-Specversion",
            "1.0",
            "ce-source",
            "urn:test",
            "ce-type",
            "cn.grid.case.reported",
            "ce-subject",
            "%E6%A1%88-binary",
            "ce-time",
            "2026-05-01T12:00:00+08:00");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = '案-binary' AND address = '滨河路 5 号'");
  }

  @Test
  @Order(1)
  void aBatchTellsOfEachEvent() throws Exception {
    List<String> events = new ArrayList<>();
    events.add(text(reported("batch-0", 1)));
    events.add(text(reported("batch-1", 1)).replace("\"channel\":\"patrol\"", "\"channel\":\"x\""));
    events.add("17");
    events.add(text(reported("batch-3", 1)).replace("urn:test", "urn:stranger"));
    events.add(text(reported("batch-4", 1)).replace("case.reported\"", "case.exploded\""));
    events.add(text(event(EventType.CASE_FILED, "batch-0", 5, "{'level':'simple'}")));
    HttpResponse<String> response = client.post(GatewayClient.BATCH, array(events));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(207);
    JsonNode results = GatewayClient.json(response).path("results");
    assertThat(response.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(16);
    results.forEach(
        result ->
            assertThat(result.path("id").asText().isEmpty() || result.has("correlation"))
                .as(result.toString())
                .isTrue());
    assertThat(results.findValuesAsText("state"))
        .containsExactly("accepted", "refused", "refused", "refused", "refused", "accepted");
    assertThat(results.findValuesAsText("reason"))
        .containsExactly("schema-violation", "not-json", "source-not-allowed", "unknown-type");
    assertThat(results.at("/1/sentence").asText()).contains("channel");
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = 'batch-0' AND stage = 'filed'");
  }

  @Test
  @Order(1)
  void theLogIsNotWrittenWhereKafkaIsWaitedFor() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("city.chengmai.ingest.gateway.event");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      String good = text(reported("logged-0", 1));
      assertThat(client.post(GatewayClient.BATCH, array(List.of(good))).statusCode())
          .isEqualTo(202);
      assertThat(lines.list).as("all of it was taken").isEmpty();
      HttpResponse<String> response =
          client.post(GatewayClient.BATCH, array(List.of(text(reported("logged-1", 1)), "17")));
      assertThat(response.statusCode()).isEqualTo(207);
      assertThat(lines.list).hasSize(1);
      assertThat(lines.list.get(0).getFormattedMessage())
          .contains(response.headers().firstValue("X-Request-Id").orElseThrow());
      assertThat(lines.list.get(0).getThreadName()).startsWith("gateway");
    } finally {
      logger.detachAppender(lines);
    }
  }

  @Test
  @Order(1)
  void aWholeBatchIsAcceptedOrWhollyRefused() throws Exception {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      events.add(text(reported("thousand-" + i, i)));
    }
    HttpResponse<String> accepted = client.post(GatewayClient.BATCH, array(events));
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(GatewayClient.json(accepted).path("results")).hasSize(1_000);
    awaitCount(1_000, "SELECT count() FROM cases WHERE case_id LIKE 'thousand-%'");
    events.add(text(reported("thousand-1000", 1)));
    assertThat(client.post(GatewayClient.BATCH, array(events)).statusCode()).isEqualTo(413);
    HttpResponse<String> refused = client.post(GatewayClient.BATCH, array(List.of("{}", "[]")));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(GatewayClient.json(refused).path("reason").asText()).isEqualTo("all-refused");
    assertThat(client.post(GatewayClient.BATCH, array(List.of())).statusCode()).isEqualTo(202);
  }

  @Test
  @Order(1)
  void refusalsNameTheirReasonAndWhatToDo() throws Exception {
    String good = text(reported("refused", 1));
    refused(400, "not-json", GatewayClient.STRUCTURED, "{\"specversion\":");
    refused(
        400, "missing-attribute", GatewayClient.STRUCTURED, good.replace("\"id\"", "\"ident\""));
    refused(400, "unknown-type", GatewayClient.STRUCTURED, good.replace("reported\"", "lost\""));
    refused(400, "schema-violation", GatewayClient.STRUCTURED, good.replace("category", "catalog"));
    refused(403, "source-not-allowed", GatewayClient.STRUCTURED, good.replace("urn:test", "urn:x"));
    refused(413, "too-large", GatewayClient.STRUCTURED, good + " ".repeat(70_000));
    refused(415, "bad-media-type", "text/plain", good);
    refused(415, "bad-encoding", "application/cloudevents+json; charset=gbk", good);
    refused(400, "not-json", GatewayClient.BATCH, good);
    refused(400, "not-json", GatewayClient.BATCH, "[" + good + ",");
    refused(413, "too-large", GatewayClient.BATCH, "[" + " ".repeat(5 << 20) + "]");
    assertThat(client.get("/events").statusCode()).isEqualTo(405);
    assertThat(client.get("/nothing").statusCode()).isEqualTo(404);
    assertThat(count("SELECT count() FROM cases WHERE case_id = 'refused'")).isZero();
  }

  @Test
  @Order(1)
  void withoutAKeyNothingIsTaken() throws Exception {
    byte[] event = TestEvents.bytes(reported("keyless", 1));
    for (String key : List.of("", "cmk_wrong", KEY + "x", ApiKey.hashText(KEY))) {
      HttpResponse<String> response =
          new GatewayClient(gateway.port(), key).post(GatewayClient.STRUCTURED, event);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }
    HttpResponse<String> notItsType =
        new GatewayClient(gateway.port(), HOTLINE_KEY)
            .post(
                GatewayClient.STRUCTURED,
                text(reported("keyless", 1))
                    .replace("urn:test", "urn:hotline-2")
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(notItsType.statusCode()).isEqualTo(403);
    assertThat(GatewayClient.json(notItsType).path("reason").asText())
        .isEqualTo("type-not-allowed");
  }

  @Test
  @Order(2)
  void whoSendsTooFastWaits() throws Exception {
    String slowKey = ApiKey.make();
    keyFile.add("slow", entry("slow", slowKey, "urn:test", "cn.grid.*", 1));
    GatewayClient slow = new GatewayClient(gateway.port(), slowKey);
    awaitAccepted(slow, "slow");
    HttpResponse<String> last = null;
    for (int i = 0; i < 10 && (last == null || last.statusCode() == 202); i++) {
      last = slow.post(GatewayClient.STRUCTURED, TestEvents.bytes(reported("slow-" + i, i)));
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 2L);
  }

  @Test
  @Order(3)
  void theKeyFileIsReadAgainAndABrokenOneLeavesThingsAsTheyWere() throws Exception {
    String good = Files.readString(keyFile.path());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile.path())))
        .isEqualTo("rw-------");
    String fresh = ApiKey.make();
    Files.writeString(keyFile.path(), good.replace(ApiKey.hashText(KEY), ApiKey.hashText(fresh)));
    awaitAccepted(new GatewayClient(gateway.port(), fresh), "fresh");
    assertThat(
            client
                .post(GatewayClient.STRUCTURED, TestEvents.bytes(reported("stale", 1)))
                .statusCode())
        .isEqualTo(401);
    Files.writeString(keyFile.path(), "test:\n  key-sha256: short\n");
    while (gateway.health().reason().isEmpty()) {
      Thread.sleep(20);
    }
    assertThat(gateway.health().reason()).contains("source \"test\"", "64 hexadecimal digits");
    awaitAccepted(new GatewayClient(gateway.port(), fresh), "still");
    Files.writeString(keyFile.path(), good);
    awaitAccepted(client, "again");
  }

  @Test
  @Order(3)
  void nothingIsAcceptedThatKafkaHasNoRoomFor() throws Exception {
    byte[] event = TestEvents.bytes(reported("roomless", 1));
    // More than any disk has: Kafka's own answer about its disks is what is compared.
    reserve.set(Long.MAX_VALUE / 4);
    while (!room.full()) {
      Thread.sleep(20);
    }
    assertThat(room.health().code()).isEqualTo("kafka-disk-full");
    assertThat(Long.parseLong(room.health().arguments().get(0))).isPositive();
    HttpResponse<String> refused = client.post(GatewayClient.STRUCTURED, event);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(GatewayClient.json(refused).path("reason").asText()).isEqualTo("disk-full");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isEqualTo(30);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      Event past = reported("past-the-gateway", 1);
      producer
          .send(new ProducerRecord<>(Topics.EVENTS, TestEvents.key(past), TestEvents.bytes(past)))
          .get();
    }
    Thread.sleep(1_500);
    assertThat(count("SELECT count() FROM cases WHERE case_id = 'past-the-gateway'")).isZero();
    reserve.set(0);
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = 'past-the-gateway'");
    assertThat(room.health().reason()).isEmpty();
    assertThat(client.post(GatewayClient.STRUCTURED, event).statusCode()).isEqualTo(202);
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = 'roomless'");
  }

  @Test
  @Order(3)
  void rowsWaitUntilClickHouseHasRoom() throws Exception {
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      admin.execute(
          "ALTER TABLE cases MODIFY SETTING min_free_disk_bytes_to_perform_insert ="
              + " 1000000000000000000");
      byte[] event = TestEvents.bytes(reported("crowded", 1));
      assertThat(client.post(GatewayClient.STRUCTURED, event).statusCode()).isEqualTo(202);
      while (!service.sinkHealth().code().equals("disk-full")) {
        Thread.sleep(20);
      }
      assertThat(count("SELECT count() FROM cases WHERE case_id = 'crowded'")).isZero();
      admin.execute("ALTER TABLE cases RESET SETTING min_free_disk_bytes_to_perform_insert");
    }
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = 'crowded'");
    while (!service.sinkHealth().reason().isEmpty()) {
      Thread.sleep(20);
    }
  }

  @Test
  @Order(4)
  void withoutABrokerNothingIsSaidToBeAccepted() throws Exception {
    broker.kill();
    String away = text(reported("away", 1));
    HttpResponse<String> response =
        client.post(GatewayClient.STRUCTURED, away.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(GatewayClient.json(response).at("/results/0/state").asText())
        .isEqualTo("unconfirmed");
    List<String> many = new ArrayList<>(Collections.nCopies(900, away));
    many.add("{}");
    HttpResponse<String> batch = client.post(GatewayClient.BATCH, array(many));
    assertThat(batch.statusCode()).isEqualTo(503);
    List<String> states = GatewayClient.json(batch).path("results").findValuesAsText("state");
    assertThat(states.subList(0, 900)).containsOnly("unconfirmed");
    assertThat(states.get(900)).isEqualTo("refused");
    assertThat(gateway.health().reason()).contains("Kafka does not acknowledge");
    assertThat(
            registry
                .counter("ingest.gateway.events", "source", "test", "outcome", "unconfirmed")
                .count())
        .isEqualTo(901);
  }

  @Test
  @Order(5)
  void aRequestThatWasLeftOpenIsFiledAgainAndStandsOnce() throws Exception {
    HttpResponse<String> open = file();
    assertThat(open.statusCode()).as(open.body()).isEqualTo(503);
    assertThat(open.body()).contains("same Idempotency-Key");
    broker.close();
    broker = ChildBroker.start(kafka, ports);
    HttpResponse<String> filed = file();
    while (filed.statusCode() == 503) {
      Thread.sleep(100);
      filed = file();
    }
    String id = GatewayClient.json(filed).at("/0/service_request_id").asText();
    assertThat(GatewayClient.json(file()).at("/0/service_request_id").asText()).isEqualTo(id);
    awaitCount(1, "SELECT count() FROM cases WHERE case_id = '" + id + "'");
    try (Admin admin = Admin.create(broker.client())) {
      Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
      while (backlog.records() > 0) {
        Thread.sleep(100);
      }
    }
    assertThat(count("SELECT count() FROM events WHERE source = 'urn:test:open311'")).isEqualTo(1);
    assertThat(count("SELECT count() FROM event_revisions WHERE source = 'urn:test:open311'"))
        .isZero();
  }

  private HttpResponse<String> file() throws Exception {
    byte[] form =
        ("api_key=" + KEY + "&service_code=street-order&address_string=road&description=again")
            .getBytes(StandardCharsets.UTF_8);
    return client.postTo(
        "/open311/v2/requests.json",
        "application/x-www-form-urlencoded",
        form,
        "Idempotency-Key",
        "8e03978e-40d5-43e8-bc93-6894a57f9324");
  }

  private void refused(int status, String reason, String type, String body) throws Exception {
    HttpResponse<String> response = client.post(type, body.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = GatewayClient.json(response);
    assertThat(problem.path("reason").asText()).as(response.body()).isEqualTo(reason);
    assertThat(problem.path("type").asText()).isEqualTo("urn:chengmai:problem:" + reason);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isNotBlank();
  }

  private static void awaitAccepted(GatewayClient sender, String name) throws Exception {
    byte[] event = TestEvents.bytes(reported(name, 1));
    while (sender.post(GatewayClient.STRUCTURED, event).statusCode() != 202) {
      Thread.sleep(50);
    }
  }

  private void awaitCount(long expected, String sql) throws InterruptedException {
    while (count(sql) != expected) {
      Thread.sleep(50);
    }
  }

  private long count(String sql) {
    return Long.parseLong(reader.scalar(sql));
  }

  private static byte[] array(List<String> events) {
    return ("[" + String.join(" ,\n", events) + "]").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Event event) {
    return new String(TestEvents.bytes(event), StandardCharsets.UTF_8);
  }

  private static String entry(String name, String key, String source, String types, int rate) {
    return name
        + ":\n  key-sha256: "
        + ApiKey.hashText(key)
        + "\n  sources: [\""
        + source
        + "\"]\n  types: [\""
        + types
        + "\"]\n  events-per-second: "
        + rate
        + "\n";
  }

  private Settings settings(Path directory) {
    Map<String, String> values = new HashMap<>(engine.environment());
    values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    values.put("INGEST_DATA_DIRECTORY", directory.resolve("ingest").toString());
    values.put("INGEST_GATEWAY_PORT", "0");
    values.put("INGEST_GATEWAY_ACKNOWLEDGE_SECONDS", "2");
    return new Settings(Map.of(), values);
  }
}

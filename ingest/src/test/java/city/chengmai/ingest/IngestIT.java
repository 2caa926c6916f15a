package city.chengmai.ingest;

import static city.chengmai.ingest.TestEvents.event;
import static city.chengmai.ingest.TestEvents.reported;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.letter.LetterBox;
import city.chengmai.ingest.letter.LetterFilter;
import city.chengmai.ingest.letter.LetterReplay;
import city.chengmai.ingest.letter.StoredLetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on a real broker and a real ClickHouse. */
@TestInstance(Lifecycle.PER_CLASS)
class IngestIT {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));
  private static final String PHONE = "13912345678";
  private static final String NAME = "欧阳静思";
  private static final String IDENTITY = "310105199003074512";

  private TestServers servers;
  private IngestService service;
  private KafkaProducer<byte[], byte[]> producer;
  private ClickHouseClient reader;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    servers = TestServers.start(directory);
    IngestService.prepare(servers.settings(), TestCity.create(), InstantSource.system());
    service = servers.serve(TestCity.create(), CLOCK);
    reader = servers.reader();
    producer = servers.producer();
  }

  @AfterAll
  void stop() throws Exception {
    producer.close();
    service.close();
    servers.close();
  }

  @Test
  void brokenEventsBecomeDeadLettersAndGoodOnesLand() throws Exception {
    for (int i = 0; i < 500; i++) {
      sendCase("mixed-" + i);
      if (i == 250) {
        sendBrokenOnes();
      }
    }
    settle();
    assertThat(count("SELECT count() FROM cases WHERE case_id LIKE 'mixed-%'")).isEqualTo(500);
    assertThat(count("SELECT count() FROM cases WHERE case_id LIKE 'mixed-%' AND stage = 'closed'"))
        .isEqualTo(500);
    assertThat(count("SELECT count() FROM events WHERE subject LIKE 'mixed-%'")).isEqualTo(1_500);
    Map<String, Integer> reasons = new HashMap<>();
    for (ObjectNode row :
        reader.rows(
            "SELECT reason, count() AS n FROM dead_letters WHERE dead_letter_id NOT LIKE 'city.facts%'"
                + " AND event_id NOT LIKE 'person%' AND payload NOT LIKE '%hotline note%'"
                + " AND subject != 'again' GROUP BY reason")) {
      reasons.put(row.get("reason").asText(), row.get("n").asInt());
    }
    assertThat(reasons)
        .containsEntry("not-json", 1)
        .containsEntry("missing-attribute", 1)
        .containsEntry("unknown-type", 1)
        .containsEntry("impossible-order", 1)
        .containsEntry("from-the-future", 1)
        .containsEntry("outside-city", 1)
        .containsEntry("too-large", 1)
        .containsEntry("bad-encoding", 1)
        .containsEntry("duplicate", 1)
        .containsEntry("conflicting-duplicate", 1);
    requireRevisionsAreNotSentAgain();
    assertThat(reader.scalar("SELECT description FROM cases WHERE case_id = 'mixed-1'"))
        .isEqualTo("Scooter on the pavement");
    assertThat(count("SELECT count() FROM events WHERE subject = 'mixed-1'")).isEqualTo(3);
    assertThat(
            count(
                "SELECT countIf(data LIKE '%Bike%') * 10 + countIf(data LIKE '%Scooter%')"
                    + " FROM event_revisions WHERE subject = 'mixed-1'"))
        .isEqualTo(11);
  }

  private void requireRevisionsAreNotSentAgain() throws InterruptedException {
    try (ClickHouseClient writer = new ClickHouseClient(servers.engine().writer())) {
      LetterBox box = new LetterBox(writer);
      List<StoredLetter> letters =
          box.letters(new LetterFilter("conflicting-duplicate", "", "", "", false, 100)).stream()
              .filter(letter -> letter.subject().equals("mixed-1"))
              .toList();
      assertThat(letters)
          .singleElement()
          .satisfies(letter -> assertThat(letter.payload()).contains("Scooter"));
      assertThat(new LetterReplay(box, producer, CLOCK).send(letters))
          .isEqualTo(new LetterReplay.Report(0, 0, 0, 1));
    }
  }

  @Test
  void personalDataIsInNoTableAndNoTopicButTheFirst() throws Exception {
    Event order =
        event(
            "person-order",
            EventType.ORDER_RECEIVED,
            "order-person",
            1,
            "{'category':'street-order','caller':{'name':'"
                + NAME
                + "','phone':'"
                + PHONE
                + "','identityNumber':'"
                + IDENTITY
                + "'},'description':'我是"
                + NAME
                + "，电话139-1234-5678，车牌沪A12345','areaId':'grid-west'}");
    send(order).get();
    sendRaw("person-key", "{\"hotline note\": broken, \"name\":\"" + NAME + "\", tel " + PHONE);
    byte[] gbk =
        ("{\"hotline note\":1,\"name\":\"" + NAME + "\",\"x\":\"" + IDENTITY + "\"}")
            .getBytes(Charset.forName("GB18030"));
    producer.send(new ProducerRecord<>(Topics.EVENTS, null, gbk)).get();
    producer
        .send(
            new ProducerRecord<>(
                Topics.EVENTS, "other".getBytes(StandardCharsets.UTF_8), person("mis-keyed")))
        .get();
    settle();
    assertThat(count("SELECT count() FROM hotline_orders WHERE caller_hash LIKE 'hmac:%'"))
        .isEqualTo(2);
    for (String table : tables()) {
      String dump = reader.rows("SELECT * FROM " + table).toString();
      assertThat(dump).as(table).doesNotContain(PHONE, NAME, IDENTITY, "139-1234-5678");
    }
    for (String topic : servers.topics()) {
      if (!topic.equals(Topics.EVENTS)) {
        assertThat(servers.dump(topic))
            .as(topic)
            .doesNotContain(PHONE, NAME, IDENTITY, "139-1234-5678");
      }
    }
  }

  @Test
  void aRowThatClickHouseRefusesStandsAlone() throws Exception {
    send(reported("row-good", 1)).get();
    byte[] key = "row-bad".getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> bad =
        new ProducerRecord<>(Topics.FACTS, 0, key, new byte[] {5, 1, 2});
    bad.headers().add("table", "events/1".getBytes(StandardCharsets.UTF_8));
    producer.send(bad).get();
    send(reported("row-better", 2)).get();
    settle();
    assertThat(count("SELECT count() FROM cases WHERE case_id IN ('row-good', 'row-better')"))
        .isEqualTo(2);
    List<ObjectNode> refused =
        reader.rows("SELECT * FROM dead_letters WHERE reason = 'row-refused'");
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).get("subject").asText()).isEqualTo("row-bad");
  }

  @Test
  void rowsOfManyYearsGoIntoOneBatch() throws Exception {
    int months = 150;
    for (int i = 0; i < months; i++) {
      String reading = "{'kind':'meter','metric':'level','value':" + i + ",'unit':'m'}";
      send(event(EventType.DEVICE_TELEMETRY, "old-meter", -44_000 * i, reading)).get();
    }
    settle();
    assertThat(count("SELECT count() FROM observations WHERE device_id = 'old-meter'"))
        .isEqualTo(months);
  }

  @Test
  void whatIsRefusedAgainIsTheSameLetterAndOpenAgain() throws Exception {
    String abroad = text(reported("abroad", 1)).replace("121.415", "2.35");
    sendRaw("abroad", abroad);
    settle();
    try (ClickHouseClient writer = new ClickHouseClient(servers.engine().writer())) {
      LetterBox box = new LetterBox(writer);
      List<StoredLetter> first = lettersOf(box, "abroad");
      assertThat(first).hasSize(1);
      sendRaw("abroad", abroad);
      settle();
      assertThat(lettersOf(box, "abroad"))
          .extracting(StoredLetter::id)
          .containsExactly(first.get(0).id());
      new LetterReplay(box, producer, InstantSource.system()).send(first);
      settle();
      assertThat(lettersOf(box, "abroad"))
          .extracting(StoredLetter::id)
          .containsExactly(first.get(0).id());
    }
  }

  private static List<StoredLetter> lettersOf(LetterBox box, String subject) {
    return box.letters(new LetterFilter("", "urn:test", "", "", false, 1_000)).stream()
        .filter(letter -> letter.subject().equals(subject))
        .toList();
  }

  @Test
  void aRefusedEventIsSentAgainAfterTheFix() throws Exception {
    Event early = event("again-filed", EventType.CASE_FILED, "again", 5, "{}");
    Event report = reported("again", 10);
    send(report).get();
    send(early).get();
    settle();
    LetterFilter filter = new LetterFilter("", "urn:test", "", "", false, 100);
    LetterFilter chosen = new LetterFilter("impossible-order", "urn:test", "", "", false, 100);
    String earlier = TestEvents.NOON.toString();
    sendRaw(
        "again", text(report).replaceAll("\"time\":\"[^\"]*\"", "\"time\":\"" + earlier + "\""));
    settle();
    try (ClickHouseClient writer = new ClickHouseClient(servers.engine().writer())) {
      LetterBox box = new LetterBox(writer);
      List<StoredLetter> letters =
          box.letters(chosen).stream().filter(l -> l.eventId().equals("again-filed")).toList();
      LetterReplay replay = new LetterReplay(box, producer, InstantSource.system());
      assertThat(replay.send(letters)).isEqualTo(new LetterReplay.Report(1, 0, 0, 0));
      settle();
      assertThat(box.letters(filter)).noneMatch(letter -> letter.eventId().equals("again-filed"));
      assertThat(box.counts(new LetterFilter("impossible-order", "", "", "", true, 1)))
          .anyMatch(count -> count.replayed() == 1 && count.acceptedSince() == 1);
    }
    assertThat(reader.scalar("SELECT stage FROM cases WHERE case_id = 'again'")).isEqualTo("filed");
  }

  @Test
  void killingClickHouseLosesNothingAndDoublesNothing() throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      sent.addAll(sendCase("killed-" + i));
      if (i == 1_000 || i == 2_000) {
        for (Future<RecordMetadata> future : sent) {
          future.get();
        }
        killEngine();
      }
    }
    settle();
    assertThat(
            count("SELECT count() FROM cases WHERE case_id LIKE 'killed-%' AND stage = 'closed'"))
        .isEqualTo(3_000);
    assertThat(count("SELECT count() FROM events WHERE subject LIKE 'killed-%'")).isEqualTo(9_000);
    assertThat(service.sinkHealth().usable()).isTrue();
  }

  private void killEngine() throws InterruptedException {
    while (!servers.engine().health().usable()) {
      Thread.sleep(50);
    }
    ProcessHandle process = ProcessHandle.of(servers.engine().pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private void sendBrokenOnes() throws Exception {
    sendRaw("bad-1", "this is no JSON");
    sendRaw("bad-2", text(reported("bad-2", 1)).replaceAll("\"id\":\"[^\"]*\",?", ""));
    sendRaw("bad-3", text(reported("bad-3", 1)).replace("case.reported\"", "case.exploded\""));
    send(reported("bad-4", 1)).get();
    send(event(EventType.CASE_FILED, "bad-4", -2, "{}")).get();
    sendRaw("bad-5", text(reported("bad-5", 1)).replace("2026-05-01T", "2099-05-01T"));
    sendRaw("bad-6", text(reported("bad-6", 1)).replace("121.415", "2.35"));
    byte[] large = new byte[1 << 20];
    Arrays.fill(large, (byte) 'x');
    producer.send(new ProducerRecord<>(Topics.EVENTS, null, large)).get();
    String chinese = text(reported("bad-8", 1)).replace("Bike", "共享单车");
    producer
        .send(new ProducerRecord<>(Topics.EVENTS, null, chinese.getBytes(Charset.forName("GBK"))))
        .get();
    send(reported("mixed-0", 0)).get();
    sendRaw("mixed-1", text(reported("mixed-1", 0)).replace("Bike", "Scooter"));
  }

  private List<Future<RecordMetadata>> sendCase(String caseId) throws Exception {
    return List.of(
        send(reported(caseId, 0)),
        send(event(EventType.CASE_FILED, caseId, 5, "{'dueAt':'2026-05-02T12:00:00+08:00'}")),
        send(event(EventType.CASE_CLOSED, caseId, 60, "{'manner':'direct'}")));
  }

  private Future<RecordMetadata> send(Event event) {
    return producer.send(
        new ProducerRecord<>(Topics.EVENTS, TestEvents.key(event), TestEvents.bytes(event)));
  }

  private void sendRaw(String key, String value) throws Exception {
    producer
        .send(
            new ProducerRecord<>(
                Topics.EVENTS,
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8)))
        .get();
  }

  private static byte[] person(String id) {
    return TestEvents.bytes(
        event(
            id,
            EventType.ORDER_RECEIVED,
            "order-" + id,
            1,
            "{'category':'street-order','caller':{'name':'"
                + NAME
                + "','phone':'"
                + PHONE
                + "'}}"));
  }

  private static String text(Event event) {
    return new String(TestEvents.bytes(event), StandardCharsets.UTF_8);
  }

  private void settle() throws InterruptedException {
    producer.flush();
    servers.settle();
  }

  private long count(String sql) {
    return servers.count(sql);
  }

  private List<String> tables() {
    return reader.rows("SELECT name FROM system.tables WHERE database = 'chengmai'").stream()
        .map(row -> row.get("name"))
        .map(JsonNode::asText)
        .toList();
  }
}

package city.chengmai.ingest.topology;

import static city.chengmai.ingest.TestEvents.event;
import static city.chengmai.ingest.TestEvents.reported;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.row.DeadLetter;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowIndex;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTopologyTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));

  @TempDir Path directory;

  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> events;
  private TestOutputTopic<byte[], byte[]> facts;
  private TestOutputTopic<byte[], byte[]> deadLetters;
  private TestOutputTopic<byte[], byte[]> sentBack;

  @BeforeEach
  void open() {
    IntakeMetrics metrics = new IntakeMetrics(new SimpleMeterRegistry());
    TopologySettings settings =
        new TopologySettings("a key for tests only", Duration.ofMinutes(10), 150, true);
    Properties properties =
        new Streams("unused:9092", directory, 1, 100, 1, 0).properties(CLOCK, metrics);
    driver =
        new TopologyTestDriver(
            IntakeTopology.build(settings, TestCity.create(), CLOCK, metrics), properties);
    events =
        driver.createInputTopic(
            Topics.EVENTS, new ByteArraySerializer(), new ByteArraySerializer());
    facts = output(Topics.FACTS);
    deadLetters = output(Topics.DEAD_LETTER);
    sentBack = output(Topics.EVENTS);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void anAcceptedEventBecomesAnEventRowAndAnEntityRow() {
    send(reported("c1", 0));
    assertThat(tables()).containsExactly(FactTable.EVENTS, FactTable.CASES);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void aReadingNeedsNoState() {
    send(
        event(
            EventType.DEVICE_TELEMETRY,
            "d1",
            0,
            "{'kind':'noise-meter','metric':'sound-level','value':61.5,'unit':'dB(A)'}"));
    assertThat(tables()).containsExactly(FactTable.EVENTS, FactTable.OBSERVATIONS);
  }

  @Test
  void aRepeatedEventIsADuplicateWhateverItsSpelling() {
    Event event = reported("c1", 0);
    send(event);
    send(event);
    send("c1", text(event).replace("{", "{ "));
    assertThat(reasons()).containsExactly(DeadLetterReason.DUPLICATE, DeadLetterReason.DUPLICATE);
  }

  @Test
  void otherContentUnderTheSameIdIsARevisionAndTheLatestWins() {
    Event event = reported("c1", 0);
    send(event);
    send("c1", text(event).replace("Bike", "Scooter"));
    assertThat(tables())
        .containsExactly(
            FactTable.EVENTS, FactTable.CASES, FactTable.EVENT_REVISIONS, FactTable.CASES);
    DeadLetter letter = letters().get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.CONFLICTING_DUPLICATE);
    assertThat(letter.detail()).startsWith("taken as revision 1:");
    assertThat(letter.payload()).contains("Scooter").doesNotContain("Bike");
    assertThat(letter.id()).matches("event-[0-9a-f]{32}");
  }

  @Test
  void aCopyOfAnEarlierRevisionIsADuplicate() {
    Event event = reported("c1", 0);
    send(event);
    send("c1", text(event).replace("Bike", "Scooter"));
    send(event);
    assertThat(reasons())
        .containsExactly(DeadLetterReason.CONFLICTING_DUPLICATE, DeadLetterReason.DUPLICATE);
  }

  @Test
  void anotherTypeUnderTheSameIdIsNoRevision() {
    Event event = reported("c1", 0);
    send(event);
    send(event(event.id(), EventType.CASE_FILED, "c1", 5, "{}"));
    assertThat(reasons()).containsExactly(DeadLetterReason.CONFLICTING_DUPLICATE);
  }

  @Test
  void aRefusedEventMayBePutRightAndSentAgain() {
    send(reported("c1", 0));
    send(event("again", EventType.CASE_FILED, "c1", -5, "{}"));
    send(event("again", EventType.CASE_FILED, "c1", 5, "{}"));
    assertThat(reasons()).containsExactly(DeadLetterReason.IMPOSSIBLE_ORDER);
    assertThat(tables()).hasSize(4);
  }

  @Test
  void anEventWaitsForWhatHasToComeBeforeIt() {
    send(event(EventType.CASE_CLOSED, "c1", 9, "{'manner':'normal'}"));
    send(event(EventType.CASE_FILED, "c1", 5, "{}"));
    assertThat(tables()).isEmpty();
    send(reported("c1", 0));
    assertThat(tables())
        .containsExactly(FactTable.EVENTS, FactTable.EVENTS, FactTable.EVENTS, FactTable.CASES);
    send(event(EventType.CASE_CLOSED, "c1", 9, "{'manner':'normal'}"));
    assertThat(reasons()).containsExactly(DeadLetterReason.DUPLICATE);
  }

  @Test
  void aWaitingEventWaitsOnceAndTheLaterContentWins() {
    send(event("f", EventType.CASE_FILED, "c1", 5, "{}"));
    send(event("f", EventType.CASE_FILED, "c1", 5, "{}"));
    send(event("f", EventType.CASE_FILED, "c1", 6, "{}"));
    send(reported("c1", 0));
    assertThat(reasons())
        .containsExactly(DeadLetterReason.DUPLICATE, DeadLetterReason.CONFLICTING_DUPLICATE);
    assertThat(tables()).containsExactly(FactTable.EVENTS, FactTable.EVENTS, FactTable.CASES);
  }

  @Test
  void whatHasWaitedTooLongIsRefusedAndSaysWhatWasMissing() {
    send(event(EventType.CASE_CHECKED, "c1", 5, "{'result':'pass'}"));
    driver.advanceWallClockTime(Duration.ofMinutes(59));
    assertThat(deadLetters.isEmpty()).isTrue();
    driver.advanceWallClockTime(Duration.ofMinutes(2));
    DeadLetter letter = letters().get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetterReason.IMPOSSIBLE_ORDER);
    assertThat(letter.detail())
        .contains("missing before it: case.reported, case.filed, case.disposed")
        .contains("waited PT1H");
    assertThat(letter.id()).matches("event-[0-9a-f]{32}");
  }

  @Test
  void aWaitingEventThatTurnsOutHopelessIsRefusedAtOnce() {
    send(event(EventType.CASE_FILED, "c1", -5, "{}"));
    assertThat(deadLetters.isEmpty()).isTrue();
    send(reported("c1", 0));
    assertThat(letters().get(0).detail()).contains("lies before the report");
  }

  @Test
  void eventsMayPassTheTimeOfWaitingFasterThanTheClock() {
    send(event(EventType.CASE_FILED, "c1", 5, "{}"));
    send(reported("c2", 90));
    driver.advanceWallClockTime(Parked.SHORTEST_WAIT.plusSeconds(6));
    assertThat(reasons()).containsExactly(DeadLetterReason.IMPOSSIBLE_ORDER);
  }

  @Test
  void whatOvertookInAReplayIsTakenHoweverFastTheReplayIs() {
    send(event(EventType.CASE_FILED, "c1", 5, "{}"));
    send(reported("c2", 90));
    driver.advanceWallClockTime(Parked.SHORTEST_WAIT.minusSeconds(4));
    send(reported("c1", 0));
    driver.advanceWallClockTime(Parked.SHORTEST_WAIT.plusSeconds(6));
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void aLateEventTakesItsPlaceInTime() {
    send(reported("c1", 0));
    send(event(EventType.CASE_FILED, "c1", 10, "{}"));
    send(event(EventType.CASE_VERIFIED, "c1", 5, "{'result':true}"));
    assertThat(deadLetters.isEmpty()).isTrue();
    assertThat(tables()).hasSize(6);
  }

  @Test
  void anEventUnderAnotherKeyIsSentBackPseudonymised() {
    Event order =
        event(
            EventType.ORDER_RECEIVED,
            "o1",
            0,
            "{'category':'street-order','caller':{'phone':'13912345678'}}");
    send("elsewhere", text(order));
    var record = sentBack.readRecord();
    assertThat(record.key()).isEqualTo("o1".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("hmac:")
        .doesNotContain("13912345678");
    // The driver feeds what was sent back in again.
    assertThat(tables()).containsExactly(FactTable.EVENTS, FactTable.HOTLINE_ORDERS);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T00:10:00Z, 0",
    "2026-06-01T00:10:01Z, 1",
    "2099-01-01T00:00:00Z, 1",
  })
  void anEventPastTheToleranceIsFromTheFuture(String time, int refused) {
    send("c1", text(reported("c1", 0)).replaceAll("2026-05-01T[^\"]*", time));
    assertThat(deadLetters.readRecordsToList()).hasSize(refused);
  }

  @Test
  void unreadableBytesAreRefusedWithTheirReason() {
    events.pipeInput(null, "no JSON".getBytes(StandardCharsets.UTF_8));
    events.pipeInput(null, new byte[70_000]);
    events.pipeInput(
        null, text(reported("c", 0)).replace("Bike", "单车").getBytes(Charset.forName("GBK")));
    events.pipeInput((byte[]) null, (byte[]) null);
    send("c", text(reported("c", 0)).replace("\"subject\"", "\"object\""));
    send("c", text(reported("c", 0)).replace("\"category\"", "\"kategory\""));
    assertThat(reasons())
        .containsExactly(
            DeadLetterReason.NOT_JSON,
            DeadLetterReason.TOO_LARGE,
            DeadLetterReason.BAD_ENCODING,
            DeadLetterReason.NOT_JSON,
            DeadLetterReason.MISSING_ATTRIBUTE,
            DeadLetterReason.SCHEMA_VIOLATION);
  }

  @Test
  void theStreamGoesOnAfterGarbageInTheMiddle() {
    send(reported("c1", 0));
    send("c2", "garbage");
    send(reported("c3", 0));
    assertThat(tables()).hasSize(4);
    assertThat(reasons()).containsExactly(DeadLetterReason.NOT_JSON);
  }

  private void send(Event event) {
    events.pipeInput(TestEvents.key(event), TestEvents.bytes(event));
  }

  private void send(String key, String value) {
    events.pipeInput(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Event event) {
    return new String(TestEvents.bytes(event), StandardCharsets.UTF_8);
  }

  private List<FactTable> tables() {
    return facts.readRecordsToList().stream()
        .flatMap(record -> Collections.nCopies(rows(record), table(record)).stream())
        .toList();
  }

  private static FactTable table(TestRecord<byte[], byte[]> record) {
    return FactHeaders.table(record.headers());
  }

  private static int rows(TestRecord<byte[], byte[]> record) {
    RowIndex index = RowIndex.of(record.headers(), record.value().length);
    return index == null ? 1 : index.count();
  }

  private List<DeadLetterReason> reasons() {
    return letters().stream().map(DeadLetter::reason).toList();
  }

  private List<DeadLetter> letters() {
    return deadLetters.readRecordsToList().stream()
        .map(record -> DeadLetter.of(record.headers(), record.value()))
        .toList();
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}

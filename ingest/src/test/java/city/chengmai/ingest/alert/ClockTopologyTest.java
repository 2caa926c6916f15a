package city.chengmai.ingest.alert;

import static city.chengmai.ingest.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.ingest.TestCity;
import city.chengmai.ingest.TestClock;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.topology.IntakeMetrics;
import city.chengmai.ingest.topology.IntakeTopology;
import city.chengmai.ingest.topology.Streams;
import city.chengmai.ingest.topology.TopologySettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole topology with a city clock that is moved by hand; noon is Friday, 1 May 2026. */
class ClockTopologyTest {

  private static final Instant NOON = TestEvents.NOON;
  private static final String FILED = "{'dueAt':'2026-05-01T16:00:00+08:00'}";

  @TempDir Path directory;

  private final TestClock clock = new TestClock(NOON);
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> events;
  private TestInputTopic<byte[], byte[]> pulses;
  private TestOutputTopic<byte[], byte[]> facts;
  private Instant real = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void open() {
    AlertRules rules =
        AlertRules.bundled()
            .with(
                Map.of(
                    "A11-silent", Map.of("silent-minutes.noise-meter", 15.0),
                    "A08", Map.of("silent-minutes", 600.0)));
    IntakeMetrics metrics = new IntakeMetrics(new SimpleMeterRegistry());
    TopologySettings settings =
        new TopologySettings("a key for tests only", Duration.ofMinutes(10), 150, true);
    driver =
        new TopologyTestDriver(
            IntakeTopology.build(settings, TestCity.create(), rules, clock, metrics),
            new Streams("unused:9092", directory, 1, 100, 1, 0).properties(clock, metrics),
            real);
    events =
        driver.createInputTopic(
            Topics.EVENTS, new ByteArraySerializer(), new ByteArraySerializer());
    pulses =
        driver.createInputTopic(
            Topics.PULSES, new ByteArraySerializer(), new ByteArraySerializer());
    facts =
        driver.createOutputTopic(
            Topics.FACTS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    settle();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aCaseIsDueSoonThenOverdueThenAnAlarmAndClearedByItsClosing() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, FILED));
    assertThat(at(191)).isEmpty();
    assertThat(at(192)).containsExactly("A01-due-soon c1 notice open");
    assertThat(at(239)).isEmpty();
    assertThat(at(240)).containsExactly("A01-due-soon c1 notice cleared", "A01 c1 warning open");
    assertThat(at(480)).containsExactly("A01 c1 alarm open");
    assertThat(at(5_000)).isEmpty();
    sendNow(event(EventType.CASE_CLOSED, "c1", 5_000, "{'manner':'forced'}"));
    List<AlertLine> cleared = alerts().stream().filter(a -> a.rule().equals("A01")).toList();
    assertThat(cleared).extracting(AlertLine::brief).containsExactly("A01 c1 alarm cleared");
    assertThat(cleared.get(0).clearedAt()).isEqualTo(minute(5_000));
    assertThat(cleared.get(0).raisedAt()).isEqualTo(minute(240));
    assertThat(at(9_000)).isEmpty();
  }

  @Test
  void theRowNamesGridSubjectAndBothEndsOfTheClock() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 5, FILED));
    move(240);
    AlertLine line = alerts().stream().filter(a -> a.rule().equals("A01")).findFirst().get();
    assertThat(line.id()).isEqualTo("A01|c1|2026-05-01T08:00:00Z");
    assertThat(line.area()).isEqualTo(TestCity.WEST);
    assertThat(line.category()).isEqualTo("street-order");
    assertThat(line.since()).isEqualTo(minute(5));
    assertThat(line.due()).isEqualTo(minute(240));
  }

  @Test
  void aLimitInWorkingHoursRunsOverTheWeekend() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, "{'limitHours':10}"));
    // Friday 12:00 to 17:30 is 5.5 hours, so 4.5 hours of Monday are left: 13:30.
    Instant due = Instant.parse("2026-05-04T05:30:00Z");
    int minutes = (int) Duration.between(NOON, due).toMinutes();
    assertThat(at(minutes - 121)).isEmpty();
    assertThat(at(minutes - 120)).containsExactly("A01-due-soon c1 notice open");
    assertThat(at(minutes))
        .containsExactly("A01-due-soon c1 notice cleared", "A01 c1 warning open");
  }

  @Test
  void suspensionStopsTheClockAndClears() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, FILED));
    assertThat(at(200)).containsExactly("A01-due-soon c1 notice open");
    sendNow(event(EventType.CASE_SUSPENDED, "c1", 200, "{}"));
    assertThat(briefs()).containsExactly("A01-due-soon c1 notice cleared");
    assertThat(at(300)).isEmpty();
    sendNow(event(EventType.CASE_RESUMED, "c1", 300, "{}"));
    // 40 working minutes were left at 15:20; from 17:00 on 30 of Friday and 10 of Monday.
    Instant due = Instant.parse("2026-05-04T01:10:00Z");
    int minutes = (int) Duration.between(NOON, due).toMinutes();
    assertThat(at(minutes - 1)).doesNotContain("A01 c1 warning open");
    assertThat(at(minutes)).contains("A01 c1 warning open");
  }

  @Test
  void anExtensionMovesTheClock() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, FILED));
    move(240);
    alerts();
    sendNow(event(EventType.CASE_EXTENDED, "c1", 240, "{'dueAt':'2026-05-01T17:00:00+08:00'}"));
    assertThat(briefs()).containsExactly("A01 c1 warning cleared");
    assertThat(at(299)).containsExactly("A01-due-soon c1 notice open");
    assertThat(at(300)).contains("A01 c1 warning open");
  }

  @Test
  void aReopenedCaseHasItsLimitAnew() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, "{'limitHours':2}"));
    move(150);
    alerts();
    sendNow(event(EventType.CASE_CLOSED, "c1", 150, "{'manner':'normal'}"));
    assertThat(briefs()).containsExactly("A01 c1 warning cleared");
    move(180);
    sendNow(event(EventType.CASE_REOPENED, "c1", 180, "{}"));
    assertThat(at(299)).containsExactly("A01-due-soon c1 notice open");
    assertThat(at(300)).contains("A01 c1 warning open");
  }

  @Test
  void historyIsJudgedWhenItIsOverAndOnlyByWhatStillHolds() {
    clock.set(NOON.plus(Duration.ofDays(90)));
    for (int i = 0; i < 50; i++) {
      sendNow(TestEvents.reported("old-" + i, i));
      sendNow(event(EventType.CASE_FILED, "old-" + i, i, FILED));
      tick();
    }
    for (int i = 0; i < 49; i++) {
      sendNow(event(EventType.CASE_CLOSED, "old-" + i, 400, "{'manner':'normal'}"));
      tick();
    }
    assertThat(briefs()).isEmpty();
    settle();
    assertThat(briefs()).containsExactly("A01 old-49 alarm open");
    settle();
    assertThat(briefs()).isEmpty();
  }

  @Test
  void theImportOfOldEventsDoesNotStopTheClocksOfToday() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, FILED));
    clock.set(minute(1_000));
    sendNow(TestEvents.reported("old", 10));
    sendNow(event(EventType.CASE_FILED, "old", 10, FILED));
    tick();
    assertThat(briefs()).containsExactly("A01 c1 alarm open");
  }

  @Test
  void whileRecordsHaveWaitedInKafkaNothingIsRaised() {
    sendNow(TestEvents.reported("c1", 0));
    sendNow(event(EventType.CASE_FILED, "c1", 0, FILED));
    clock.set(minute(300));
    Event late = TestEvents.reported("c2", 200);
    events.pipeInput(TestEvents.key(late), TestEvents.bytes(late), real.minusSeconds(60));
    tick();
    assertThat(briefs()).isEmpty();
    sendNow(event(EventType.CASE_CLOSED, "c1", 230, "{'manner':'normal'}"));
    settle();
    assertThat(briefs()).isEmpty();
  }

  @Test
  void aSiteComplaintMustBeVerifiedInTwoHoursAndNegotiatedInFour() {
    String complaint = "{'siteId':'s1','areaId':'grid-west','negotiationNeeded':true}";
    sendNow(event(EventType.COMPLAINT_RECEIVED, "k1", 0, complaint));
    sendNow(event(EventType.COMPLAINT_RECEIVED, "k2", 0, "{'siteId':'s1'}"));
    move(60);
    sendNow(event(EventType.COMPLAINT_VERIFIED, "k2", 60, "{'confirmed':true}"));
    assertThat(at(120)).containsExactly("A01-verification k1 warning open");
    sendNow(event(EventType.COMPLAINT_VERIFIED, "k1", 125, "{'confirmed':true}"));
    assertThat(briefs()).containsExactly("A01-verification k1 warning cleared");
    assertThat(at(239)).isEmpty();
    assertThat(at(240)).containsExactly("A01-negotiation k1 warning open");
    sendNow(event(EventType.COMPLAINT_NEGOTIATION_OPENED, "k1", 245, "{}"));
    assertThat(briefs()).containsExactly("A01-negotiation k1 warning cleared");
  }

  @Test
  void aComplaintThatDoesNotHoldNeedsNoNegotiation() {
    String complaint = "{'siteId':'s1','negotiationNeeded':true}";
    sendNow(event(EventType.COMPLAINT_RECEIVED, "k1", 0, complaint));
    sendNow(event(EventType.COMPLAINT_VERIFIED, "k1", 5, "{'confirmed':false}"));
    assertThat(at(300)).isEmpty();
  }

  @Test
  void anAlarmMustBeAnswered() {
    sendNow(event(EventType.DEVICE_ALARM, "d1", 0, "{'alarmId':'a1','kind':'fall'}"));
    assertThat(at(9)).isEmpty();
    assertThat(at(10)).containsExactly("A11 a1 alarm open");
    sendNow(event(EventType.DEVICE_ALARM_ACKNOWLEDGED, "d1", 12, "{'alarmId':'a1'}"));
    assertThat(briefs()).containsExactly("A11 a1 alarm cleared");
  }

  @Test
  void anAlarmThatNobodyEverAnswersIsNewsForAWeek() {
    sendNow(event(EventType.DEVICE_ALARM, "d1", 0, "{'alarmId':'a1','kind':'fall'}"));
    assertThat(at(10)).containsExactly("A11 a1 alarm open");
    assertThat(at(10 + 7 * 24 * 60)).contains("A11 a1 alarm cleared");
  }

  @Test
  void aDeviceIsSilentAfterTheIntervalOfItsKind() {
    for (int minute = 0; minute < 30; minute++) {
      clock.set(minute(minute));
      sendNow(reading("d1", minute));
      tick();
    }
    assertThat(at(43)).isEmpty();
    assertThat(at(44)).containsExactly("A11-silent d1 warning open");
    sendNow(reading("d1", 50));
    assertThat(briefs()).containsExactly("A11-silent d1 warning cleared");
    assertThat(at(64)).isEmpty();
    assertThat(at(65)).containsExactly("A11-silent d1 warning open");
  }

  @Test
  void aDeviceThatIsSaidToBeOfflineIsSilentOnce() {
    sendNow(reading("d1", 0));
    move(5);
    sendNow(event(EventType.DEVICE_OFFLINE, "d1", 5, "{'kind':'noise-meter'}"));
    assertThat(at(6)).containsExactly("A11-silent d1 warning open");
    sendNow(event(EventType.DEVICE_OFFLINE, "d1", 30, "{'kind':'noise-meter'}"));
    assertThat(at(40)).isEmpty();
    sendNow(reading("d1", 41));
    assertThat(briefs()).containsExactly("A11-silent d1 warning cleared");
  }

  @Test
  void aFeedIsSilentUntilItIsHeardAgain() {
    sendNow(TestEvents.reported("c1", 0));
    assertThat(feedBriefs()).isEmpty();
    move(599);
    assertThat(feedBriefs()).doesNotContain("A08 urn:test warning open");
    move(600);
    assertThat(feedBriefs()).containsExactly("A08 urn:test warning open");
    move(700);
    assertThat(feedBriefs()).isEmpty();
    sendNow(TestEvents.reported("c2", 700));
    assertThat(feedBriefs()).containsExactly("A08 urn:test warning cleared");
  }

  @Test
  void aDeclaredFeedThatIsNeverHeardIsSilentFromTheStartOn() {
    move(59);
    assertThat(feedBriefs()).isEmpty();
    move(60);
    List<AlertLine> raised = alerts();
    assertThat(raised).extracting(AlertLine::brief).containsExactly("A08 test-feed warning open");
    assertThat(raised.get(0).since()).isEqualTo(NOON);
    assertThat(raised.get(0).due()).isEqualTo(minute(60));
    assertThat(at(200)).isEmpty();
    sendNow(declared(200));
    assertThat(feedBriefs()).containsExactly("A08 test-feed warning cleared");
    move(259);
    assertThat(feedBriefs()).isEmpty();
    move(260);
    assertThat(feedBriefs()).containsExactly("A08 test-feed warning open");
  }

  @Test
  void aFeedThatARestartFindsIsNotExpectedAnew() {
    sendNow(declared(0));
    tick();
    pulses.pipeInput(
        "test-feed".getBytes(StandardCharsets.UTF_8), Pulse.declaration(minute(30)), real);
    move(60);
    assertThat(feedBriefs()).containsExactly("A08 test-feed warning open");
    move(500);
    assertThat(feedBriefs()).isEmpty();
  }

  private static Event declared(int minute) {
    Event report = TestEvents.reported("d" + minute, minute);
    return new Event(
        "urn:test:declared",
        report.id(),
        report.type(),
        report.subject(),
        report.time(),
        report.data());
  }

  @Test
  void aDeclaredFeedHasTheIntervalOfItsDeclaration() {
    sendNow(declared(0));
    move(59);
    assertThat(feedBriefs()).isEmpty();
    move(60);
    assertThat(feedBriefs()).containsExactly("A08 test-feed warning open");
  }

  @Test
  void aFeedThatStaysLateIsToldOfOnce() {
    for (int minute = 200; minute < 210; minute++) {
      clock.set(minute(minute));
      sendNow(declared(minute));
      sendNow(TestEvents.reported("c" + minute, minute - 180));
      settle();
    }
    assertThat(feedBriefs()).containsExactly("A08-late urn:test warning open");
    sendNow(TestEvents.reported("c-new", 209));
    assertThat(feedBriefs()).containsExactly("A08-late urn:test warning cleared");
  }

  private static Event reading(String device, int minute) {
    return event(
        EventType.DEVICE_TELEMETRY,
        device,
        minute,
        "{'kind':'noise-meter','metric':'sound-level','value':61.5,'unit':'dB(A)'}");
  }

  private static Instant minute(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private void sendNow(Event event) {
    events.pipeInput(TestEvents.key(event), TestEvents.bytes(event), real);
  }

  private void move(int minutes) {
    clock.set(minute(minutes));
    tick();
  }

  private List<String> at(int minutes) {
    move(minutes);
    return briefs();
  }

  private void tick() {
    real = real.plus(ClockTopology.TICK);
    driver.advanceWallClockTime(ClockTopology.TICK);
  }

  private void settle() {
    for (int i = 0; i <= CatchUp.SETTLED.toSeconds(); i++) {
      tick();
    }
  }

  private List<String> briefs() {
    return alerts().stream().map(AlertLine::brief).filter(brief -> !isOfFeed(brief)).toList();
  }

  private List<String> feedBriefs() {
    return alerts().stream().map(AlertLine::brief).filter(ClockTopologyTest::isOfFeed).toList();
  }

  private static boolean isOfFeed(String brief) {
    return brief.startsWith("A08");
  }

  private List<AlertLine> alerts() {
    return facts.readRecordsToList().stream()
        .filter(record -> FactHeaders.table(record.headers()) == FactTable.ALERTS)
        .map(record -> AlertLine.of(record.value()))
        .toList();
  }
}

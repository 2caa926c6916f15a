package city.chengmai.ingest.alert;

import city.chengmai.datasets.calendar.WorkingClock;
import city.chengmai.ingest.lifecycle.Standing;
import city.chengmai.ingest.row.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs the clocks of cases, devices and their alarms, and passes on that feeds were heard. */
final class ClockProcessor implements Processor<String, Accepted, byte[], byte[]> {

  static final String STORE = "clocks";

  private final ClockWiring wiring;
  private final InstantSource cityClock;
  private final CaseDeadlines cases;
  private final ComplaintDeadlines complaints;
  private final DeviceDeadlines devices;
  private final DeviceSightings sightings = new DeviceSightings();
  private final Pulses pulses = new Pulses(this::pulse);
  private ProcessorContext<byte[], byte[]> context;
  private ClockDesk desk;
  private CatchUp catchUp;
  private boolean feedsExpected;

  ClockProcessor(ClockWiring wiring, InstantSource cityClock) {
    this.wiring = wiring;
    this.cityClock = cityClock;
    this.cases =
        new CaseDeadlines(wiring.rules(), new WorkingClock(wiring.holidays(), wiring.zone()));
    this.complaints = new ComplaintDeadlines(wiring.rules());
    this.devices = new DeviceDeadlines(wiring.rules());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    desk =
        new ClockDesk(new WatchStore(context.getStateStore(STORE)), new AlertFacts(wiring.rules()));
    catchUp = new CatchUp(context.currentSystemTimeMs());
    context.schedule(
        ClockTopology.TICK, PunctuationType.WALL_CLOCK_TIME, realMillis -> tick(realMillis));
  }

  @Override
  public void process(Record<String, Accepted> record) {
    Accepted event = record.value();
    long realMillis = context.currentSystemTimeMs();
    boolean history = CatchUp.isHistory(event.time(), event.recordedAt());
    catchUp.arrived(record.timestamp(), realMillis, history);
    if (wiring.live()) {
      pulses.heard(event.source(), new Pulse(newest(event), event.recordedAt()), realMillis);
    }
    Moment at = new Moment(event.recordedAt(), realMillis);
    if (event.standing() instanceof Standing.OfCase standing) {
      Watch watch = caseWatch(standing, history).causedBy(event.correlation());
      update("case/" + standing.caseId(), watch, event.time(), at);
    } else if (event.standing() instanceof Standing.OfComplaint standing) {
      String key = "complaint/" + standing.complaintId();
      Watch watch = complaintWatch(standing, history).causedBy(event.correlation());
      update(key, watch, event.time(), at);
    } else if (event.standing() instanceof Standing.OfAlarm standing) {
      Watch watch = alarmWatch(standing, history).causedBy(event.correlation());
      update("alarm/" + standing.alarmId(), watch, event.time(), at);
    } else if (event.standing() instanceof Standing.OfDevice standing && wiring.live()) {
      device(standing, history, at);
    }
  }

  private Watch caseWatch(Standing.OfCase standing, boolean history) {
    return Watch.of(
        standing.caseId(),
        wiring.area(standing.place()),
        standing.category(),
        history,
        cases.of(standing));
  }

  // A feed that tells of itself is as old as the data it tells of.
  private static Instant newest(Accepted event) {
    boolean told = event.standing() instanceof Standing.OfFeed feed && feed.newestAt() != null;
    return told ? ((Standing.OfFeed) event.standing()).newestAt() : event.time();
  }

  private Watch complaintWatch(Standing.OfComplaint standing, boolean history) {
    return Watch.of(
        standing.complaintId(),
        wiring.area(standing.place()),
        standing.category(),
        history,
        complaints.of(standing));
  }

  private Watch alarmWatch(Standing.OfAlarm standing, boolean history) {
    return Watch.of(
        standing.alarmId(),
        wiring.area(standing.place()),
        standing.kind(),
        history,
        devices.of(standing));
  }

  private void device(Standing.OfDevice standing, boolean history, Moment at) {
    String key = "device/" + standing.deviceId();
    if (standing.offline()) {
      Watch before = desk.watch(key);
      List<Deadline> deadlines = devices.offline(before, standing.at());
      update(key, deviceWatch(standing, history, deadlines), standing.at(), at);
      sightings.forget(key);
      return;
    }
    List<Deadline> deadlines = devices.heard(standing.kind(), standing.at());
    Watch watch = deviceWatch(standing, history, deadlines);
    boolean write = sightings.heard(key, standing.at(), watch, devices.interval(standing.kind()));
    if (write && isNewer(desk.watch(key), standing.at())) {
      update(key, watch, standing.at(), at);
    }
  }

  private Watch deviceWatch(Standing.OfDevice standing, boolean history, List<Deadline> deadlines) {
    return Watch.of(
        standing.deviceId(), wiring.area(standing.place()), standing.kind(), history, deadlines);
  }

  // A late reading says nothing about a device that was heard, or fell silent, after it.
  private static boolean isNewer(Watch before, Instant at) {
    return before == null
        || before
            .find(DeviceDeadlines.SILENT)
            .map(clock -> clock.deadline().since().isBefore(at))
            .orElse(true);
  }

  private void tick(long realMillis) {
    expectFeeds();
    pulses.flush(realMillis);
    Moment at = new Moment(cityClock.instant(), realMillis);
    for (String key : desk.due(at, catchUp)) {
      Watch newer = sightings.newer(key);
      if (newer == null) {
        desk.judge(key, at).forEach(this::emit);
        sightings.forget(key);
      } else {
        update(key, newer, at.city(), at);
      }
    }
  }

  // The feeds that the city declares are expected from the start on; one task says so for all.
  private void expectFeeds() {
    if (!feedsExpected && wiring.live() && context.taskId().partition() == 0) {
      byte[] declaration = Pulse.declaration(cityClock.instant());
      wiring.feeds().feeds().forEach(feed -> pulse(feed.id(), declaration));
    }
    feedsExpected = true;
  }

  private void update(String key, Watch next, Instant happened, Moment at) {
    desk.update(key, next, happened, at).forEach(this::emit);
  }

  private void emit(Fact fact) {
    context.forward(wiring.record(fact, context.currentSystemTimeMs()), ClockTopology.FACTS);
  }

  private void pulse(String source, Pulse pulse) {
    pulse(wiring.feed(source), pulse.toBytes());
  }

  private void pulse(String feed, byte[] value) {
    byte[] key = feed.getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<>(key, value, context.currentSystemTimeMs()), ClockTopology.PULSES);
  }
}

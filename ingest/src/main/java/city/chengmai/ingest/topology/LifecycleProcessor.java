package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.alert.Accepted;
import city.chengmai.ingest.alert.ClockTopology;
import city.chengmai.ingest.commit.HeldStore;
import city.chengmai.ingest.intake.ContentHash;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.lifecycle.EventRow;
import city.chengmai.ingest.lifecycle.Fold;
import city.chengmai.ingest.lifecycle.Folds;
import city.chengmai.ingest.lifecycle.Sighting;
import city.chengmai.ingest.lifecycle.Standing;
import city.chengmai.ingest.lifecycle.Together;
import city.chengmai.ingest.place.Locator;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.DeadLetter;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.RowWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Refuses repeated events, locates the others and folds them into their entities; keeps those that
 * came before what they follow on.
 */
final class LifecycleProcessor implements Processor<String, Checked, Object, Object> {

  static final String SEEN = "seen";
  static final String ENTITIES = "entities";
  static final String PARKED = "parked";

  private static final Duration EXPIRY = Duration.ofSeconds(5);

  private final Locator locator;
  private final Folds folds;
  private final ParkingLimits limits;
  private final InstantSource clock;
  private final IntakeMetrics metrics;
  private final RowWriter writer = new RowWriter();
  private final EventLog log = new EventLog();
  private ProcessorContext<Object, Object> context;
  private Seen seen;
  private Parking parking;
  private HeldStore<byte[]> entities;
  private long latestEventMillis;

  LifecycleProcessor(
      Locator locator,
      Folds folds,
      ParkingLimits limits,
      InstantSource clock,
      IntakeMetrics metrics) {
    this.locator = locator;
    this.folds = folds;
    this.limits = limits;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    context = processorContext;
    seen = new Seen(context.getStateStore(SEEN));
    entities = context.getStateStore(ENTITIES);
    close();
    parking = new Parking(context.getStateStore(PARKED), limits, metrics);
    latestEventMillis = 0;
    context.schedule(EXPIRY, PunctuationType.WALL_CLOCK_TIME, this::expire);
  }

  @Override
  public void close() {
    if (parking != null) {
      parking.close();
      parking = null;
    }
  }

  @Override
  public void process(Record<String, Checked> record) {
    Checked checked = record.value();
    Instant recordedAt = clock.instant();
    long time = checked.received().event().time().toEpochMilli();
    latestEventMillis = Math.max(latestEventMillis, time);
    try {
      accept(checked, record.timestamp(), recordedAt);
    } catch (Refusal refusal) {
      String id = DeadLetters.id(context.recordMetadata());
      refuse(refusal.reason(), refusal.getMessage(), checked, id, record.timestamp());
    }
  }

  private void accept(Checked checked, long timestamp, Instant recordedAt) throws Refusal {
    Event event = checked.received().event();
    Fold fold = folds.of(event.type());
    Seen.Entry entry = seen.judge(event, fold.fixed(event));
    Place place = locator.locate(checked.received());
    Sighting sighting = new Sighting(event, place, recordedAt, entry.revision());
    String stateKey = fold.stateKey(sighting);
    List<Parked> waiting = withoutItself(stateKey, event, timestamp);
    byte[] state = stateKey == null ? null : entities.get(stateKey);
    try {
      List<Sighting> sightings = waiting.stream().map(Parked::sighting).toList();
      Together together = fold.fold(state, sighting, sightings, writer);
      keep(stateKey, sighting, entry, together, timestamp);
      tellRevision(checked, entry, timestamp);
      refuseHopeless(stateKey, fold, together, waiting, timestamp);
    } catch (Refusal refusal) {
      if (!refusal.mayWait() || sighting.isRevision()) {
        throw refusal;
      }
      park(stateKey, checked, place, recordedAt, refusal);
    }
  }

  // Nothing is kept or sent before every step that may refuse or fail is done; the identity last,
  // for an event that was not taken may come again.
  private void keep(
      String stateKey, Sighting sighting, Seen.Entry entry, Together together, long timestamp) {
    Fact row = EventRow.of(sighting, together.folded().place(), writer);
    List<Fact> taken =
        together.taken().stream()
            .map(other -> EventRow.of(other, together.folded().place(), writer))
            .toList();
    if (stateKey != null) {
      entities.put(stateKey, together.folded().state());
    }
    emit(row, timestamp);
    taken.forEach(fact -> emit(fact, timestamp));
    if (together.folded().fact() != null) {
      emit(together.folded().fact(), timestamp);
    }
    seen.remember(entry);
    together.taken().forEach(other -> unpark(stateKey, other.event()));
    tellClocks(sighting, together.folded().standing(), timestamp);
    log.taken(sighting);
  }

  // Taken, and told as well: two contents under one identity are a fault of whoever sent them.
  private void tellRevision(Checked checked, Seen.Entry entry, long timestamp) {
    if (entry.revision() > 0) {
      metrics.revised();
      String id = DeadLetters.id(context.recordMetadata());
      String detail = DeadLetter.takenAsRevision(entry.revision());
      refuse(DeadLetterReason.CONFLICTING_DUPLICATE, detail, checked, id, timestamp);
    }
  }

  private void tellClocks(Sighting sighting, Standing standing, long timestamp) {
    Event event = sighting.event();
    Accepted accepted =
        new Accepted(event.source(), event.id(), event.time(), sighting.recordedAt(), standing);
    context.forward(new Record<>(event.subject(), accepted, timestamp), ClockTopology.CLOCKS);
  }

  // What was learnt may also say that a waiting event can never be taken.
  private void refuseHopeless(
      String stateKey, Fold fold, Together together, List<Parked> waiting, long timestamp) {
    for (Parked parked : waiting) {
      if (together.taken().stream().noneMatch(taken -> isSame(taken.event(), parked.event()))) {
        try {
          fold.fold(together.folded().state(), parked.sighting(), writer);
        } catch (Refusal refusal) {
          if (!refusal.mayWait()) {
            parking.remove(stateKey, parked.event());
            refuse(
                refusal.reason(),
                refusal.getMessage(),
                parked.checked(),
                parked.letterId(),
                timestamp);
          }
        }
      }
    }
  }

  private void unpark(String stateKey, Event event) {
    seen.rememberNew(event, folds.of(event.type()).fixed(event));
    parking.remove(stateKey, event);
  }

  private void park(
      String stateKey, Checked checked, Place place, Instant recordedAt, Refusal refusal)
      throws Refusal {
    String full = parking.full(stateKey).orElse(null);
    if (full != null) {
      throw new Refusal(refusal.reason(), refusal.getMessage() + full);
    }
    String id = DeadLetters.id(context.recordMetadata());
    long wall = context.currentSystemTimeMs();
    parking.park(
        stateKey,
        new Parked(checked, place, recordedAt, wall, latestEventMillis, id, refusal.getMessage()));
  }

  private List<Parked> withoutItself(String stateKey, Event event, long timestamp) throws Refusal {
    List<Parked> waiting = parking.of(stateKey);
    if (waiting.isEmpty()) {
      return waiting;
    }
    for (Parked parked : waiting) {
      if (isSame(parked.event(), event)) {
        replace(stateKey, parked, event, timestamp);
      }
    }
    return waiting.stream().filter(parked -> !isSame(parked.event(), event)).toList();
  }

  private void replace(String stateKey, Parked before, Event event, long timestamp) throws Refusal {
    if (ContentHash.of(before.event()) == ContentHash.of(event)) {
      throw new Refusal(
          DeadLetterReason.DUPLICATE,
          "an event of this source and id, and the same content, came and waits: "
              + before.missing());
    }
    parking.remove(stateKey, before.event());
    refuse(
        DeadLetterReason.CONFLICTING_DUPLICATE,
        "an event of this source and id came with other content while this one was waiting",
        before.checked(),
        before.letterId(),
        timestamp);
  }

  private static boolean isSame(Event one, Event other) {
    return one.id().equals(other.id()) && one.source().equals(other.source());
  }

  private void expire(long wallNow) {
    for (Parked parked : parking.overdue(clock.instant(), wallNow, latestEventMillis)) {
      refuse(
          DeadLetterReason.IMPOSSIBLE_ORDER,
          parked.missing() + "; waited " + limits.patience() + " for it",
          parked.checked(),
          parked.letterId(),
          wallNow);
    }
  }

  private void refuse(
      DeadLetterReason reason, String detail, Checked checked, String id, long timestamp) {
    metrics.refused(reason);
    DeadLetter letter = DeadLetters.of(reason, detail, checked, id, clock.instant());
    log.refused(letter);
    context.forward(DeadLetters.record(letter, timestamp), IntakeTopology.DEAD_LETTER);
  }

  private void emit(Fact fact, long timestamp) {
    metrics.fact(fact.table());
    byte[] key = fact.entity().getBytes(StandardCharsets.UTF_8);
    Header[] headers = {FactHeaders.of(fact.table())};
    context.forward(
        new Record<>(key, fact.row(), timestamp, new RecordHeaders(headers)), IntakeTopology.FACTS);
  }
}

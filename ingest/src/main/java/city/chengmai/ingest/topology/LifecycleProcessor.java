package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.alert.Accepted;
import city.chengmai.ingest.alert.ClockTopology;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.lifecycle.Fold;
import city.chengmai.ingest.lifecycle.Folded;
import city.chengmai.ingest.lifecycle.Folds;
import city.chengmai.ingest.lifecycle.Sighting;
import city.chengmai.ingest.place.Locator;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.DeadLetter;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactHeaders;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Refuses repeated events, locates the others and folds them into their entities. */
final class LifecycleProcessor implements Processor<String, Checked, Object, Object> {

  static final String SEEN = "seen";
  static final String ENTITIES = "entities";

  private final Locator locator;
  private final Folds folds;
  private final InstantSource clock;
  private final IntakeMetrics metrics;
  private final RowWriter writer = new RowWriter();
  private ProcessorContext<Object, Object> context;
  private Seen seen;
  private KeyValueStore<String, byte[]> entities;

  LifecycleProcessor(Locator locator, Folds folds, InstantSource clock, IntakeMetrics metrics) {
    this.locator = locator;
    this.folds = folds;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    context = processorContext;
    seen = new Seen(context.getStateStore(SEEN));
    entities = context.getStateStore(ENTITIES);
  }

  @Override
  public void process(Record<String, Checked> record) {
    Checked checked = record.value();
    Instant recordedAt = clock.instant();
    try {
      accept(checked, record.timestamp(), recordedAt);
    } catch (Refusal refusal) {
      metrics.refused(refusal.reason());
      String id = DeadLetters.id(context.recordMetadata());
      DeadLetter letter =
          DeadLetters.of(refusal.reason(), refusal.getMessage(), checked, id, recordedAt);
      context.forward(DeadLetters.record(letter, record.timestamp()), IntakeTopology.DEAD_LETTER);
    }
  }

  private void accept(Checked checked, long timestamp, Instant recordedAt) throws Refusal {
    Event event = checked.received().event();
    seen.requireNew(event);
    Sighting sighting = new Sighting(event, locator.locate(checked.received()), recordedAt);
    Fold fold = folds.of(event.type());
    String stateKey = fold.stateKey(sighting);
    Folded folded = fold.fold(stateKey == null ? null : entities.get(stateKey), sighting, writer);
    Fact row = eventRow(sighting, folded.place());
    // Nothing is kept or sent before every step that may refuse or fail is done; the identity last,
    // for an event that was not taken may come again.
    if (stateKey != null) {
      entities.put(stateKey, folded.state());
    }
    emit(row, timestamp);
    if (folded.fact() != null) {
      emit(folded.fact(), timestamp);
    }
    seen.remember(event);
    Accepted accepted =
        new Accepted(event.source(), event.time(), sighting.recordedAt(), folded.standing());
    context.forward(new Record<>(event.subject(), accepted, timestamp), ClockTopology.CLOCKS);
  }

  private Fact eventRow(Sighting sighting, Place entityPlace) {
    Event event = sighting.event();
    Place place = sighting.place().isUnknown() ? entityPlace : sighting.place();
    byte[] row =
        writer
            .text(event.source())
            .text(event.id())
            .text(event.type().wireName())
            .text(event.subject())
            .text(place.grid())
            .text(place.overlayGrid())
            .moment(event.time())
            .moment(sighting.recordedAt())
            .text(event.data().toString())
            .count64(sighting.recordedAt().toEpochMilli())
            .toRow();
    return new Fact(FactTable.EVENTS, event.subject(), row);
  }

  private void emit(Fact fact, long timestamp) {
    metrics.fact(fact.table());
    byte[] key = fact.entity().getBytes(StandardCharsets.UTF_8);
    Header[] headers = {FactHeaders.of(fact.table())};
    context.forward(
        new Record<>(key, fact.row(), timestamp, new RecordHeaders(headers)), IntakeTopology.FACTS);
  }
}

package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.EventReader;
import city.chengmai.ingest.intake.Received;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.privacy.Pseudonymizer;
import city.chengmai.ingest.row.DeadLetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Reads, checks and pseudonymises one event; keeps no state. */
final class IntakeProcessor implements Processor<byte[], byte[], Object, Object> {

  private final EventReader reader;
  private final Pseudonymizer pseudonymizer;
  private final Duration futureTolerance;
  private final InstantSource clock;
  private final IntakeMetrics metrics;
  private final EventLog log = new EventLog();
  private ProcessorContext<Object, Object> context;

  IntakeProcessor(
      EventReader reader,
      Pseudonymizer pseudonymizer,
      Duration futureTolerance,
      InstantSource clock,
      IntakeMetrics metrics) {
    this.reader = reader;
    this.pseudonymizer = pseudonymizer;
    this.futureTolerance = futureTolerance;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    context = processorContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    metrics.read();
    JsonNode envelope = null;
    try {
      envelope = reader.parse(record.value());
      pseudonymizer.pseudonymizeAttributes((ObjectNode) envelope);
      Received received = reader.check(envelope);
      Event event = received.event();
      pseudonymizer.pseudonymize(event.type(), (ObjectNode) event.data());
      pass(record, new Checked(received, (ObjectNode) envelope, record.value().length));
    } catch (Refusal refusal) {
      refuse(record, refusal, envelope);
    }
  }

  private void pass(Record<byte[], byte[]> record, Checked checked) throws Refusal {
    Event event = checked.received().event();
    byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(key, record.key())) {
      metrics.sentBack();
      byte[] value = checked.envelope().toString().getBytes(StandardCharsets.UTF_8);
      context.forward(
          new Record<>(key, value, record.timestamp(), new RecordHeaders()),
          IntakeTopology.SENT_BACK);
      return;
    }
    requirePast(event.time());
    context.forward(
        new Record<>(event.subject(), checked, record.timestamp(), new RecordHeaders()),
        IntakeTopology.LIFECYCLE);
  }

  private void requirePast(Instant time) throws Refusal {
    Instant now = clock.instant();
    if (time.isAfter(now.plus(futureTolerance))) {
      throw new Refusal(
          DeadLetterReason.FROM_THE_FUTURE,
          "event time " + time + " lies past now, " + now + ", by more than " + futureTolerance);
    }
  }

  private void refuse(Record<byte[], byte[]> record, Refusal refusal, JsonNode envelope) {
    metrics.refused(refusal.reason());
    DeadLetter letter =
        DeadLetters.of(
            refusal.reason(),
            refusal.getMessage(),
            record.value(),
            Optional.ofNullable(envelope),
            DeadLetters.id(context.recordMetadata()),
            clock.instant());
    log.refused(letter);
    context.forward(DeadLetters.record(letter, record.timestamp()), IntakeTopology.DEAD_LETTER);
  }
}

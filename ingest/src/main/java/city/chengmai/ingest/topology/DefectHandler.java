package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Topics;
import city.chengmai.ingest.row.DeadLetter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the stream going when our own code fails on an event that passed every check: the event
 * becomes a dead letter, the fault is logged. A fault of disk, broker or stored state says nothing
 * about the event: it ends the thread, and the transaction is done again. Made by Kafka Streams
 * from its class name.
 */
public final class DefectHandler implements ProcessingExceptionHandler {

  /** Configuration key under which the clock and the metrics are handed over. */
  public static final String WIRING = "chengmai.defect.wiring";

  private static final Logger LOG = LoggerFactory.getLogger(DefectHandler.class);

  private Wiring wiring;

  /**
   * What the handler needs.
   *
   * @param clock ingest time
   * @param metrics where defects are counted
   */
  public record Wiring(InstantSource clock, IntakeMetrics metrics) {}

  @Override
  public void configure(Map<String, ?> settings) {
    wiring = (Wiring) settings.get(WIRING);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    String id = context.topic() + "-" + context.partition() + "-" + context.offset();
    if (Infrastructure.caused(exception)) {
      LOG.error("the topology stops at {}: the fault is not in the event", id, exception);
      return Response.fail();
    }
    LOG.error("the topology failed on {}, now a dead letter", id, exception);
    wiring.metrics().defect();
    wiring.metrics().refused(DeadLetterReason.SCHEMA_VIOLATION);
    DeadLetter letter =
        DeadLetters.of(
            DeadLetterReason.SCHEMA_VIOLATION,
            "passed the schema and still could not be processed: " + exception.getClass().getName(),
            context.sourceRawValue(),
            Optional.empty(),
            id,
            wiring.clock().instant());
    byte[] noKey = null;
    return Response.resume(
        List.of(
            new ProducerRecord<>(
                Topics.DEAD_LETTER, null, noKey, letter.value(), letter.headers())));
  }
}

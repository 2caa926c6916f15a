package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.Topics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out an event sent back, or a dead letter, that the broker will never take because of its
 * size, and says so. Rows and state are never left out: a topic that takes less than they need ends
 * the transaction, as any other fault does, and the work is done again once the topic takes more.
 * Made by Kafka Streams from its class name.
 */
public final class TooLargeHandler implements ProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(TooLargeHandler.class);
  private static final Set<String> LEFT_OUT = Set.of(Topics.EVENTS, Topics.DEAD_LETTER);

  @Override
  public void configure(Map<String, ?> settings) {
    // Needs nothing.
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    boolean spare = LEFT_OUT.contains(record.topic());
    if (exception instanceof RecordTooLargeException && spare) {
      LOG.error(
          "a record for {} made from {}-{}-{} is larger than the topic takes and is left out;"
              + " raise the topic's max.message.bytes",
          record.topic(),
          context.topic(),
          context.partition(),
          context.offset());
      return Response.resume();
    }
    if (exception instanceof RecordTooLargeException) {
      LOG.error(
          "a record for {} is larger than the topic takes and must not be left out; raise the"
              + " topic's max.message.bytes: until then this work is tried again and again",
          record.topic());
    }
    return Response.fail();
  }
}

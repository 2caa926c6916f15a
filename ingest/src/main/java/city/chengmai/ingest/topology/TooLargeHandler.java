package city.chengmai.ingest.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out a record that the broker will never take because of its size, and says so. Any other
 * fault ends the transaction and the work is done again. Made by Kafka Streams from its class name.
 */
public final class TooLargeHandler implements ProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(TooLargeHandler.class);

  @Override
  public void configure(Map<String, ?> settings) {
    // Needs nothing.
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    if (exception instanceof RecordTooLargeException) {
      LOG.error(
          "a record for {} made from {}-{}-{} is larger than the topic takes and is left out;"
              + " raise the topic's max.message.bytes",
          record.topic(),
          context.topic(),
          context.partition(),
          context.offset());
      return Response.resume();
    }
    return Response.fail();
  }
}

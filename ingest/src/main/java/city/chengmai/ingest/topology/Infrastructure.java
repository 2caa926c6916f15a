package city.chengmai.ingest.topology;

import city.chengmai.ingest.lifecycle.StateFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;

/** Tells a fault of disk, broker or stored state from one that a single event brought about. */
final class Infrastructure {

  private Infrastructure() {}

  /** Whether the fault, or what caused it, would meet the next event just as well. */
  static boolean caused(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof KafkaException
          || cause instanceof StateFormatException
          || (cause instanceof IOException && !(cause instanceof JsonProcessingException))) {
        return true;
      }
    }
    return false;
  }
}

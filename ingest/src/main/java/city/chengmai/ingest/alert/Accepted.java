package city.chengmai.ingest.alert;

import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.ingest.lifecycle.Standing;
import java.time.Instant;

/**
 * An event that the lifecycle took, as far as clocks need it.
 *
 * @param source the feed
 * @param id its id within the source
 * @param time when it happened
 * @param recordedAt when it came in, city time
 * @param standing where its entity stands now, null when no clock runs on it
 */
public record Accepted(
    String source, String id, Instant time, Instant recordedAt, Standing standing) {

  /** Under which logs and pages know it. */
  String correlation() {
    return CorrelationId.of(source, id);
  }
}

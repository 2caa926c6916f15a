package city.chengmai.ingest.alert;

import city.chengmai.ingest.lifecycle.Standing;
import java.time.Instant;

/**
 * An event that the lifecycle took, as far as clocks need it.
 *
 * @param source the feed
 * @param time when it happened
 * @param recordedAt when it came in, city time
 * @param standing where its entity stands now, null when no clock runs on it
 */
public record Accepted(String source, Instant time, Instant recordedAt, Standing standing) {}

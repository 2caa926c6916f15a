package city.chengmai.ingest.board;

import java.time.Instant;

/**
 * A time in which a part was not up.
 *
 * @param state degraded or down
 * @param reason as it was when it began
 * @param until null while it lasts
 */
record Disturbance(String part, Instant since, Instant until, String state, String reason) {

  Disturbance until(Instant end) {
    return new Disturbance(part, since, end, state, reason);
  }
}

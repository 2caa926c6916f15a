package city.chengmai.ingest.alert;

import city.chengmai.ingest.lifecycle.StateFormatException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign of life of a feed. On {@code city.pulses} the key is the feed's id and the value two
 * moments with a space between.
 *
 * @param newest time of the newest event it sent in the last second
 * @param heard when that came in, city time
 */
record Pulse(Instant newest, Instant heard) {

  /** How long after it happened the newest event came in. */
  Duration lag() {
    return Duration.between(newest, heard);
  }

  Pulse and(Pulse other) {
    Instant latest = newest.isBefore(other.newest) ? other.newest : newest;
    return new Pulse(latest, heard.isBefore(other.heard) ? other.heard : heard);
  }

  byte[] toBytes() {
    return (newest + " " + heard).getBytes(StandardCharsets.UTF_8);
  }

  static Pulse of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int space = text.indexOf(' ');
    try {
      return new Pulse(
          Instant.parse(text.substring(0, space)), Instant.parse(text.substring(space + 1)));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      throw new StateFormatException("a pulse reads " + text + ", expected two moments", e);
    }
  }
}

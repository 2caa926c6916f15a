package city.chengmai.ingest.alert;

import city.chengmai.ingest.lifecycle.StateFormatException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign of life of a feed. On {@code city.pulses} the key is the feed's id and the value two
 * moments with a space between, or {@code declared} and the moment from which on it is expected.
 *
 * @param newest time of the newest event it sent in the last second
 * @param heard when that came in, city time
 */
record Pulse(Instant newest, Instant heard) {

  private static final String DECLARED = "declared ";

  /** How long after it happened the newest event came in. */
  Duration lag() {
    return Duration.between(newest, heard);
  }

  Pulse and(Pulse other) {
    Instant latest = newest.isBefore(other.newest) ? other.newest : newest;
    return new Pulse(latest, heard.isBefore(other.heard) ? other.heard : heard);
  }

  /** What is said of a feed that the city declares, whether it was ever heard or not. */
  static byte[] declaration(Instant expectedFrom) {
    return (DECLARED + expectedFrom).getBytes(StandardCharsets.UTF_8);
  }

  /** From when on a declared feed is expected; empty for a sign of life. */
  static Optional<Instant> expectedFrom(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith(DECLARED)
        ? Optional.of(Instant.parse(text.substring(DECLARED.length())))
        : Optional.empty();
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

package city.chengmai.ingest.gateway.open311;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Ids of filed requests, such as {@code 20260501-7KQ2M9XW3F4T}: the day in the city and 60 random
 * bits in letters that nobody confuses (Crockford's base 32), so that one can be read out over the
 * phone and none can be guessed.
 */
final class RequestId {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTERS = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  static String make(Instant now, ZoneId zone) {
    StringBuilder id = new StringBuilder();
    id.append(LocalDate.ofInstant(now, zone).format(DateTimeFormatter.BASIC_ISO_DATE)).append('-');
    for (int i = 0; i < LETTERS; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}

package city.chengmai.ingest.gateway.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Ids of filed requests, such as {@code 20260501-7KQ2M9XW3F4T}: the day in the city and 60 random
 * bits in letters that nobody confuses (Crockford's base 32), so that one can be read out over the
 * phone and none can be guessed. Of a request with an {@code Idempotency-Key}, two groups of eight
 * such letters from a hash of who files and that key.
 */
final class RequestId {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTERS = 12;
  private static final int KEYED_GROUP = 8;
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

  /** The same id for the same source and key, whenever and wherever it is asked for. */
  static String of(String source, IdempotencyKey key) {
    byte[] hash = sha256(source + '\n' + key.text());
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 2 * KEYED_GROUP; i++) {
      id.append(i == KEYED_GROUP ? "-" : "").append(ALPHABET.charAt(hash[i] & 31));
    }
    return id.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

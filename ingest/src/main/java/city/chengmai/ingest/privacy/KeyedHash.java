package city.chengmai.ingest.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of a personal value under the key of this installation, cut to 128 bits and written
 * {@code hmac:} plus 32 hex digits. A value that is such a hash already stays as it is, so that an
 * event can pass twice. Not thread-safe.
 */
public final class KeyedHash {

  private static final String PREFIX = "hmac:";
  private static final int BYTES = 16;
  private static final int SHORTEST_KEY = 16;
  private static final Pattern HASHED = Pattern.compile(PREFIX + "[0-9a-f]{32}");

  private final Mac mac;

  /**
   * A hash under this key.
   *
   * @param key secret text of at least 16 characters
   */
  public KeyedHash(String key) {
    if (key.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the pseudonym key has " + key.length() + " characters, expected at least 16");
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256, which every Java has, is missing", e);
    }
  }

  /** The hash of a value; empty for an empty one. */
  public String of(String value) {
    if (value.isEmpty() || isHash(value)) {
      return value;
    }
    byte[] digest = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
  }

  static boolean isHash(String value) {
    return value.startsWith(PREFIX) && HASHED.matcher(value).matches();
  }
}

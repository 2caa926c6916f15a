package city.chengmai.ingest.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that a source shows at the door. Made of 256 random bits, so that a plain SHA-256 of it can
 * be kept: there is nothing to guess, and so nothing that salt or a slow hash would protect.
 */
public final class ApiKey {

  private static final String PREFIX = "cmk_";
  private static final int BYTES = 32;

  private ApiKey() {}

  /** A new key; nobody but the caller has it. */
  public static String make() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** What the key file holds instead of the key: SHA-256 in hexadecimal. */
  public static String hashText(String key) {
    return HexFormat.of().formatHex(hash(key));
  }

  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

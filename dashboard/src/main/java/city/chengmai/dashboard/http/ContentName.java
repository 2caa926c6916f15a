package city.chengmai.dashboard.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names made from content: the same content has the same name. */
public final class ContentName {

  private static final int BYTES = 8;

  private ContentName() {}

  /** The name of a text: the first bytes of its SHA-256 in hexadecimal. */
  public static String of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8));
  }

  /** The name of bytes. */
  public static String of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package city.chengmai.dashboard.chart;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of content made from the content itself: SHA-256, its first 32 hexadecimal digits. */
public final class ContentHash {
  private static final int DIGITS = 32;

  private ContentHash() {}

  /** The hash in 32 hexadecimal digits. */
  public static String of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}

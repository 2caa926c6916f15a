package city.chengmai.datasets.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name under which an event is found in logs and on pages from the gateway to an alert: 16 hex
 * digits that follow from its source and id, so that nothing has to carry it and every service, and
 * SQL, has the same.
 */
public final class CorrelationId {

  /** Name of the key in log lines. */
  public static final String KEY = "correlation";

  private static final int BYTES = 8;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(CorrelationId::sha256);

  private CorrelationId() {}

  /**
   * The id of an event: the first eight bytes of SHA-256 over source, line feed and id in UTF-8. A
   * source has no line feed, so no two events share the text.
   */
  public static String of(String source, String id) {
    byte[] hash = DIGEST.get().digest((source + "\n" + id).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  /**
   * The same in ClickHouse.
   *
   * @param source column or expression of the source
   * @param id column or expression of the id
   */
  public static String sql(String source, String id) {
    return "lower(substring(hex(SHA256(concat(toString(%s), char(10), %s))), 1, 16))"
        .formatted(source, id);
  }

  /** Whether a text may be one. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

package city.chengmai.ingest.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells one pseudonym key from another without giving either away. */
public final class KeyCheck {

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] TEXT =
      "chengmai backup: which pseudonym key".getBytes(StandardCharsets.UTF_8);
  private static final int SHOWN_BYTES = 8;

  private KeyCheck() {}

  /** First bytes of a keyed hash of a fixed text, hexadecimal; empty for no key. */
  public static String of(String key) {
    if (key.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(TEXT), SHOWN_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}

package city.chengmai.ingest.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Refused bytes as text a person can read, and as text in which personal data can be found: a phone
 * in UTF-16 is two phones' worth of bytes and no phone to a pattern.
 */
public final class PayloadText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private PayloadText() {}

  /** The text in the first encoding that fits: UTF-8, UTF-16, GB 18030, ISO 8859-1. */
  public static String of(byte[] bytes) {
    if (looksLikeUtf16(bytes)) {
      return new String(bytes, utf16(bytes));
    }
    return strictly(bytes, StandardCharsets.UTF_8)
        .or(() -> strictly(bytes, GB18030))
        .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Charset utf16(byte[] bytes) {
    boolean bigEndian = bytes[0] == 0 || (bytes[0] & 0xFF) == 0xFE;
    return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  private static boolean looksLikeUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
  }
}

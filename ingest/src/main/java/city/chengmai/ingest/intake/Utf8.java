package city.chengmai.ingest.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Checks bytes for valid UTF-8 without keeping the text. Not thread-safe. */
final class Utf8 {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer scratch = CharBuffer.allocate(4096);

  /** Position of the first byte that is not UTF-8, or -1 when all are. */
  int firstMalformed(byte[] bytes) {
    return isAscii(bytes) ? -1 : decode(bytes);
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte unit : bytes) {
      if (unit < 0) {
        return false;
      }
    }
    return true;
  }

  private int decode(byte[] bytes) {
    decoder.reset();
    ByteBuffer input = ByteBuffer.wrap(bytes);
    while (true) {
      scratch.clear();
      var result = decoder.decode(input, scratch, true);
      if (result.isError()) {
        return input.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
    }
  }
}

package city.chengmai.ingest.row;

import city.chengmai.datasets.event.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The id of a dead letter. An event that is refused again with the same content is the same letter,
 * so that a file that is read twice leaves what it left the first time. What bears no identity is a
 * letter of its own each time, for two unlike texts may look alike once they are masked; so is each
 * duplicate, because duplicates are counted.
 */
public final class LetterId {

  private static final int BYTES = 16;

  private LetterId() {}

  /**
   * The id of a letter.
   *
   * @param letter what was refused; its own id tells the record, as topic-partition-offset
   * @return {@code event-HASH}, or the letter's own id
   */
  public static String of(DeadLetter letter) {
    boolean known = !letter.source().isEmpty() && !letter.eventId().isEmpty();
    if (!known || letter.reason() == DeadLetterReason.DUPLICATE) {
      return letter.id();
    }
    String content =
        String.join(
            "\n",
            letter.reason().wireName(),
            letter.source(),
            letter.eventId(),
            Long.toString(letter.payloadBytes()),
            letter.payload());
    byte[] hash = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
    return "event-" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

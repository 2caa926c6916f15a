package city.chengmai.dashboard.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Names of deliveries: the same reason to tell has the same name after every restart. */
final class DeliveryId {

  private static final int LENGTH = 32;

  private DeliveryId() {}

  static String of(String channel, Occasion occasion, String alert, Instant episode) {
    return hash(channel + "\n" + occasion.wireName() + "\n" + alert + "\n" + episode);
  }

  /** A digest is named by the messages that it gathers. */
  static String digest(String channel, Iterable<String> parts) {
    return hash(channel + "\ndigest\n" + String.join("\n", parts));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
    }
  }
}

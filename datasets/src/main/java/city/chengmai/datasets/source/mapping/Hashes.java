package city.chengmai.datasets.source.mapping;

import it.unimi.dsi.fastutil.HashCommon;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes that stay the same for ever, because ids are made of them. */
final class Hashes {

  private static final byte[] BETWEEN = {0x1F};
  private static final int BYTES = 12;

  private Hashes() {}

  /** The first 96 bits of SHA-256 over these texts. */
  static String hexadecimal(List<String> texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update(BETWEEN);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** 64 bits of a text, spread evenly; not for ids that leave the process. */
  static long bits(String text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return HashCommon.murmurHash3(hash);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

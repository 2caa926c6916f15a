package city.chengmai.dashboard.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our files with a hash of their content, so that browsers may keep them for ever. */
final class AssetVersion {

  private static final int HASH_BYTES = 6;

  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  /** For example {@code /assets/house.css?v=0123456789ab}. */
  String address(String file) {
    return "/assets/" + file + "?v=" + hashes.computeIfAbsent(file, AssetVersion::hash);
  }

  /** The first bytes of the SHA-256 of a text, in hexadecimal. */
  static String hash(String file) {
    try (InputStream in =
        AssetVersion.class.getResourceAsStream("/city/chengmai/dashboard/assets/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no file " + file + " among the assets");
      }
      return hex(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("could not read asset " + file, e);
    }
  }

  static String hex(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hexOf(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}

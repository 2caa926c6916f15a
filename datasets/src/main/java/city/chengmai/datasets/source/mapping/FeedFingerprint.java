package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over everything that decides which events stand at which position. Thread-safe. */
final class FeedFingerprint {

  private final CityFiles files;
  private final List<String> names;
  private final AreaTree areas;
  private String value = "";

  FeedFingerprint(CityFiles files, List<String> names, AreaTree areas) {
    this.files = files;
    this.names = List.copyOf(names);
    this.areas = areas;
  }

  /** In hexadecimal; read at the first call, because a user's file may be large. */
  synchronized String value() {
    if (value.isEmpty()) {
      value = compute();
    }
    return value;
  }

  private String compute() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        for (String name : names) {
          try (InputStream bytes = files.open(name)) {
            bytes.transferTo(sink);
          }
        }
        for (Area area : areas.areas()) {
          String spelled = area.id() + area.nameZh() + area.nameEn() + area.aliases();
          sink.write(spelled.getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CityConfigurationException(
          "reading " + names + " of city " + files.name() + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over everything that decides which events stand at which position. Thread-safe. */
public final class FeedFingerprint {

  private final List<DataFile> files;
  private final AreaTree areas;
  private String value = "";

  /** Over these files, the mapping among them, and the spellings of the areas. */
  public FeedFingerprint(List<DataFile> files, AreaTree areas) {
    this.files = List.copyOf(files);
    this.areas = areas;
  }

  /** In hexadecimal; read at the first call, because a user's file may be large. */
  public synchronized String value() {
    if (value.isEmpty()) {
      value = compute();
    }
    return value;
  }

  private String compute() {
    MessageDigest digest = Hashes.sha256();
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      for (DataFile file : files) {
        try (InputStream bytes = file.open()) {
          bytes.transferTo(sink);
        }
      }
      for (Area area : areas.areas()) {
        String spelled = area.id() + area.nameZh() + area.nameEn() + area.aliases();
        sink.write(spelled.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CityConfigurationException(
          "reading " + files.stream().map(DataFile::name).toList() + ": " + e.getMessage(), e);
    }
  }
}

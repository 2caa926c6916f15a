package city.chengmai.dashboard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a local run keeps everything.
 *
 * <pre>
 *   DATA/city.properties   what the first start decided
 *   DATA/lock              who uses the directory
 *   DATA/clickhouse/       tables, users' passwords
 *   DATA/broker/           topics
 *   DATA/ingest/           state of the topology
 *   DATA/logs/PART.log     what each service printed
 * </pre>
 *
 * @param path the directory
 */
public record DataDirectory(Path path) {

  /** Makes the path absolute. */
  public DataDirectory {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * The directory of a city when none is given: {@code ~/.local/share/chengmai/CITY}, below {@code
   * XDG_DATA_HOME} where that is set.
   */
  public static DataDirectory standard(String city, Map<String, String> environment, Path home) {
    String base = environment.getOrDefault("XDG_DATA_HOME", "");
    Path share = base.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(base);
    Path name = Path.of(city).getFileName();
    return new DataDirectory(share.resolve("chengmai").resolve(name == null ? "city" : "" + name));
  }

  Path log(Part part) {
    return path.resolve("logs").resolve(part.wireName() + ".log");
  }

  Path of(Part part) {
    return path.resolve(part.wireName());
  }

  Path cityProperties() {
    return path.resolve("city.properties");
  }

  void create() {
    try {
      Files.createDirectories(path.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException("create data directory " + path, e);
    }
  }
}

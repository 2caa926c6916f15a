package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * libchdb, installed once per user by the npm client from the package files committed beside this
 * class, which fix version and integrity. Safe against concurrent installs: one process installs
 * into a directory of its own and renames it, the others wait.
 */
public final class ClickHouseLibrary {
  /** Version of the npm packages. */
  public static final String VERSION = "26.7.3-stable.1";

  private static final List<String> FILES = List.of("libchdb.so", "libchdb.dylib");
  private static final String INSTALLING = "installing-";
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path cache;
  private final LibraryPlatform platform;
  private final NpmClient npm;

  ClickHouseLibrary(Path cache, LibraryPlatform platform, NpmClient npm) {
    this.cache = cache;
    this.platform = platform;
    this.npm = npm;
  }

  /** The library of this user on this machine. */
  public static ClickHouseLibrary ofUser() {
    Path cache = userCache(System.getenv(), System.getProperty("os.name"));
    return new ClickHouseLibrary(
        cache.resolve("chengmai").resolve("chdb"), LibraryPlatform.current(), new NpmClient("npm"));
  }

  /** Installs without telling anybody how far it is, see {@link #install(LibraryProgress)}. */
  public Path install() {
    return install(LibraryProgress.SILENT);
  }

  /**
   * Path of the library; installs it first when this user does not have it.
   *
   * @throws StoreException when npm is missing or the download fails
   */
  public Path install(LibraryProgress progress) {
    Path home = cache.resolve(VERSION + "-" + platform.name());
    try {
      return isInstalled() ? find(home) : installLocked(home, progress);
    } catch (IOException unusable) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot install the ClickHouse library into "
              + home
              + ": "
              + unusable
              + "; the directory has to be writable and have 1 GB free (XDG_CACHE_HOME moves it),"
              + " or set clickhouse.url to a ClickHouse server",
          unusable);
    }
  }

  /** Whether it is there already, so that no download is needed. */
  public boolean isInstalled() {
    return find(cache.resolve(VERSION + "-" + platform.name())) != null;
  }

  static Path userCache(Map<String, String> environment, String system) {
    String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    Path home = Path.of(System.getProperty("user.home"));
    return system.toLowerCase(Locale.ROOT).startsWith("mac")
        ? home.resolve("Library").resolve("Caches")
        : home.resolve(".cache");
  }

  private Path installLocked(Path home, LibraryProgress progress) throws IOException {
    Files.createDirectories(cache);
    // A file lock belongs to the process, so threads of this one need their own turn.
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel file =
              FileChannel.open(
                  cache.resolve("install.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock held = file.lock()) {
        if (held.isValid() && !isInstalled()) {
          sweep();
          installInto(home, progress);
        }
      } catch (OverlappingFileLockException impossible) {
        throw new IllegalStateException("two installs in one process", impossible);
      }
    }
    return find(home);
  }

  /** Removes what installs left that were killed; to be called by the holder of the lock. */
  private void sweep() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(cache, INSTALLING + "*")) {
      for (Path staging : left) {
        delete(staging);
      }
    }
  }

  private void installInto(Path home, LibraryProgress progress) throws IOException {
    Path staging = Files.createTempDirectory(cache, INSTALLING);
    try {
      copy("package.json", staging);
      boolean locked = copy("package-lock.json", staging);
      npm.install(staging, locked, platform.unpackedBytes(), progress);
      if (find(staging) == null) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            "npm installed "
                + platform.packageName()
                + " "
                + VERSION
                + " without the library "
                + FILES
                + "; set clickhouse.url to a ClickHouse server");
      }
      delete(home);
      Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(staging);
    }
  }

  private Path find(Path home) {
    Path directory = home.resolve("node_modules").resolve(platform.packageName());
    return FILES.stream()
        .map(directory::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  private boolean copy(String name, Path target) throws IOException {
    String resource = "library/" + platform.name() + "/" + name;
    try (InputStream in = ClickHouseLibrary.class.getResourceAsStream(resource)) {
      if (in != null) {
        Files.copy(in, target.resolve(name));
      }
      return in != null;
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

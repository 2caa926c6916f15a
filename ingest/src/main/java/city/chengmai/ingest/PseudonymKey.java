package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The key of the pseudonyms: from the setting, else made once and kept beside the state. */
final class PseudonymKey {

  private static final int BYTES = 32;

  private PseudonymKey() {}

  static String of(Settings settings) {
    String given = settings.get(IngestSettings.PSEUDONYM_KEY);
    if (!given.isEmpty()) {
      return given;
    }
    Path file = file(settings);
    try {
      return readOrMake(file);
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "cannot read or make the pseudonym key "
              + file
              + "; make the directory writable or set "
              + IngestSettings.PSEUDONYM_KEY.key(),
          e);
    }
  }

  /** The key, when there is one; makes none. */
  static Optional<String> known(Settings settings) {
    String given = settings.get(IngestSettings.PSEUDONYM_KEY);
    Path file = file(settings);
    try {
      if (!given.isEmpty()) {
        return Optional.of(given);
      }
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION, "cannot read the pseudonym key " + file + ": " + e, e);
    }
  }

  /** Keeps this key from now on, unless there is one; for its owner only. */
  static void put(Settings settings, String key) throws IOException {
    Path file = file(settings);
    if (!Files.exists(file)) {
      write(file, key);
    }
  }

  private static Path file(Settings settings) {
    return settings.get(IngestSettings.DATA_DIRECTORY).resolve("pseudonym-key");
  }

  private static String readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return Files.readString(file).strip();
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      write(file, HexFormat.of().formatHex(key));
    } catch (FileAlreadyExistsException e) {
      // Another process of this installation was quicker; its key is as good.
      return;
    }
  }

  private static void write(Path file, String key) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, key + "\n");
  }
}

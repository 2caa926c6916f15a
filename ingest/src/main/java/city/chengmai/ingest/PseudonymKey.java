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

/** The key of the pseudonyms: from the setting, else made once and kept beside the state. */
final class PseudonymKey {

  private static final int BYTES = 32;

  private PseudonymKey() {}

  static String of(Settings settings) {
    String given = settings.get(IngestSettings.PSEUDONYM_KEY);
    if (!given.isEmpty()) {
      return given;
    }
    Path file = settings.get(IngestSettings.DATA_DIRECTORY).resolve("pseudonym-key");
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

  private static String readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return Files.readString(file).strip();
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
    } catch (FileAlreadyExistsException e) {
      // Another process of this installation was quicker; its key is as good.
      return;
    }
  }
}

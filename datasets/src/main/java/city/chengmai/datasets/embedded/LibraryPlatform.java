package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.Locale;

/**
 * The machines libchdb is published for.
 *
 * @param name directory of the committed package files, for example linux-x64
 * @param packageName npm package with the library
 * @param unpackedBytes its size, for the progress; 0 when unknown
 */
record LibraryPlatform(String name, String packageName, long unpackedBytes) {
  private static final long LINUX_X64_BYTES = 569_042_837L;

  static LibraryPlatform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static LibraryPlatform of(String system, String architecture) {
    boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
    boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
    String lower = system.toLowerCase(Locale.ROOT);
    String chip = arm ? "arm64" : "x64";
    if ((arm || intel) && lower.startsWith("linux")) {
      return new LibraryPlatform(
          "linux-" + chip, "@chdb/lib-linux-" + chip + "-gnu", arm ? 0 : LINUX_X64_BYTES);
    }
    if ((arm || intel) && lower.startsWith("mac")) {
      return new LibraryPlatform("darwin-" + chip, "@chdb/lib-darwin-" + chip, 0);
    }
    throw new StoreException(
        ErrorCategory.BAD_CONFIGURATION,
        "there is no embedded ClickHouse for "
            + system
            + " on "
            + architecture
            + "; set clickhouse.url to a ClickHouse server");
  }
}

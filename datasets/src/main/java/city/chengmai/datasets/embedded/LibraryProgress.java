package city.chengmai.datasets.embedded;

/** Hears how far the installation of the engine's library is; called about twice a second. */
@FunctionalInterface
public interface LibraryProgress {
  /** Tells nobody. */
  LibraryProgress SILENT = (done, total, message) -> {};

  /**
   * One report.
   *
   * @param doneBytes bytes unpacked so far
   * @param totalBytes bytes to expect, 0 when unknown
   * @param message what is going on, for people
   */
  void report(long doneBytes, long totalBytes, String message);

  /** The report as a machine-readable line. */
  static String line(long doneBytes, long totalBytes, String message) {
    return "progress clickhouse-library " + doneBytes + " " + totalBytes + " " + message;
  }
}

package city.chengmai.dashboard.page.desk;

/**
 * How far a statement is, as the server counts.
 *
 * @param readRows rows read
 * @param readBytes bytes read, uncompressed
 * @param totalRows rows to be read, 0 when unknown
 * @param memoryBytes memory at its highest
 * @param seconds time on the server
 */
record DeskProgress(
    long readRows, long readBytes, long totalRows, long memoryBytes, double seconds) {

  /** Nothing read yet. */
  static final DeskProgress NONE = new DeskProgress(0, 0, 0, 0, 0);
}

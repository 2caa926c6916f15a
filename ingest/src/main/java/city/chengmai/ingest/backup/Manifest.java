package city.chengmai.ingest.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format version of this record
 * @param id of the backup
 * @param madeAt when it began, real time
 * @param store version of the ClickHouse server
 * @param schema migrations that were applied, in order
 * @param tables sums of all tables in it
 * @param leftOut tables that are not in it, on purpose
 * @param bookmarks how far the sinks were
 * @param keyCheck tells the pseudonym key from another without giving it away; empty when there was
 *     none
 * @param files all files but the manifest
 */
public record Manifest(
    int format,
    String id,
    Instant madeAt,
    String store,
    List<Step> schema,
    List<TableSum> tables,
    List<String> leftOut,
    Bookmarks bookmarks,
    String keyCheck,
    List<KeptFile> files) {

  /** The version that this program writes and reads. */
  static final int FORMAT = 1;

  /** An applied migration. */
  public record Step(int number, String name, String checksum) {}

  /** Copies the lists. */
  public Manifest {
    schema = List.copyOf(schema);
    tables = List.copyOf(tables);
    leftOut = List.copyOf(leftOut);
    files = List.copyOf(files);
  }

  /** Rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(TableSum::rows).sum();
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(KeptFile::bytes).sum();
  }
}

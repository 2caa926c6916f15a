package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes one backup. The store may be written to all the while: each table is as at one moment
 * after the backup began, so every row that was in the store by then is in the backup, and rows
 * that came later may be.
 */
public final class Backup {

  /** Who is signed in: those sessions may be over by the time of a restore. */
  static final List<String> LEFT_OUT = List.of(Table.SESSIONS.tableName());

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final BackupFolder folder;
  private final Exchange exchange;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * A backup that has not begun.
   *
   * @param to directory of its own, absent or empty
   * @param exchange where the server puts its part
   * @param clock real time
   * @param progress hears of each step
   */
  public Backup(Path to, Exchange exchange, InstantSource clock, Consumer<String> progress) {
    this.folder = new BackupFolder(to);
    this.exchange = exchange;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Where the sinks are, asked before anything is copied.
   *
   * @param servers Kafka's address
   */
  public static Bookmarks bookmarks(String servers) throws InterruptedException {
    try (SinkPositions positions = new SinkPositions(servers)) {
      return positions.now();
    }
  }

  /**
   * Writes it.
   *
   * @param admin the store, as the user that may do everything
   * @param bookmarks where the sinks were before
   * @param keyCheck of the pseudonym key, see {@link KeyCheck}
   * @param files files of the installation
   * @return what it holds
   */
  public Manifest write(
      ClickHouseEndpoint admin, Bookmarks bookmarks, String keyCheck, InstallationFiles files)
      throws IOException {
    folder.create();
    Instant madeAt = clock.instant();
    String id = STAMP.format(madeAt) + "-" + UUID.randomUUID().toString().substring(0, 8);
    try (ClickHouseClient client = new ClickHouseClient(admin.withDatabase("default"))) {
      StoreTables live = new StoreTables(client, admin.database());
      List<String> names =
          live.names().stream().filter(table -> !LEFT_OUT.contains(table)).toList();
      requireTables(names, admin);
      StoreTables frozen = live.frozen(names);
      try {
        progress.accept("counting " + names.size() + " tables");
        List<TableSum> sums = frozen.sums();
        List<Manifest.Step> schema = frozen.schema();
        progress.accept("copying the tables");
        frozen.write(admin.database(), exchange.address(id));
        fetch(id);
        files.copyTo(folder.files());
        progress.accept("summing the files");
        Manifest manifest =
            new Manifest(
                Manifest.FORMAT,
                id,
                madeAt,
                live.version(),
                schema,
                sums,
                LEFT_OUT,
                bookmarks,
                keyCheck,
                folder.sums());
        folder.seal(manifest);
        return manifest;
      } finally {
        frozen.drop();
      }
    }
  }

  private void fetch(String id) throws IOException {
    Path written = exchange.here(id);
    if (!Files.isDirectory(written)) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "the server wrote its backup to "
              + exchange.onServer()
              + ", and there is nothing in "
              + exchange.here()
              + ": both have to be one directory, see --exchange and --exchange-on-server");
    }
    FileTree.move(written, folder.tables());
  }

  private static void requireTables(List<String> names, ClickHouseEndpoint admin) {
    if (!names.contains("schema_migrations")) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "there is nothing to back up: database "
              + admin.database()
              + " of "
              + admin.url()
              + " has no tables of ours");
    }
  }
}

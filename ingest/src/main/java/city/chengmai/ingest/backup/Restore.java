package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.schema.Migration;
import city.chengmai.datasets.schema.SchemaMigrator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings a backup back, into an empty place or not at all: tables are restored beside, compared
 * with the manifest row by row, and only then get their name.
 */
public final class Restore {

  /**
   * What was done.
   *
   * @param manifest what the backup holds
   * @param migrated migrations that were applied on top
   * @param kept files that were there already and stayed as they are
   */
  public record Done(Manifest manifest, List<String> migrated, List<String> kept) {}

  private final BackupFolder folder;
  private final Manifest manifest;

  private Restore(BackupFolder folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and compares every file with its sum.
   *
   * @throws StoreException (BAD_INPUT) when it is damaged, or was made by a newer program
   */
  public static Restore open(Path from) throws IOException {
    BackupFolder folder = new BackupFolder(from);
    Restore restore = new Restore(folder, folder.open());
    restore.requireKnownSchema();
    return restore;
  }

  /** What it holds. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * Refuses a database with tables.
   *
   * @param admin the store, as the user that may do everything
   */
  public void requireEmpty(ClickHouseEndpoint admin) {
    try (ClickHouseClient client = new ClickHouseClient(admin.withDatabase("default"))) {
      int tables = new StoreTables(client, admin.database()).names().size();
      if (tables > 0) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            "nothing was restored: database "
                + admin.database()
                + " of "
                + admin.url()
                + " has "
                + tables
                + " tables. A backup is restored into an empty store only; choose another one, or"
                + " move this one away");
      }
    }
  }

  /**
   * Restores tables and files, and migrates onward.
   *
   * @param admin the store, as the user that may do everything; empty
   * @param exchange where the server looks for its part
   * @param files where files of the installation belong
   * @param clock real time
   * @param progress hears of each step
   */
  public Done into(
      ClickHouseEndpoint admin,
      Exchange exchange,
      InstallationFiles files,
      InstantSource clock,
      Consumer<String> progress)
      throws IOException {
    requireEmpty(admin);
    progress.accept("handing the tables to the server");
    Path handed = exchange.here(manifest.id());
    FileTree.delete(handed);
    FileTree.copy(folder.tables(), handed, path -> true);
    try (ClickHouseClient client = new ClickHouseClient(admin.withDatabase("default"))) {
      StoreTables beside = new StoreTables(client, admin.database() + "_restore");
      beside.drop();
      progress.accept("restoring " + manifest.tables().size() + " tables");
      beside.read(admin.database(), exchange.address(manifest.id()));
      progress.accept("comparing them with the manifest");
      requireSame(beside);
      beside.rename(admin.database());
    } finally {
      FileTree.delete(handed);
    }
    List<String> kept = files.copyFrom(folder.files());
    progress.accept("migrating the tables");
    List<String> migrated = new SchemaMigrator(admin).migrate();
    try (ClickHouseClient client = new ClickHouseClient(admin)) {
      new StoreRestores(client).note(manifest, clock.instant());
    }
    return new Done(manifest, migrated, kept);
  }

  private void requireSame(StoreTables restored) {
    Map<String, TableSum> found = new HashMap<>();
    restored.sums().forEach(sum -> found.put(sum.table(), sum));
    List<String> faults = new ArrayList<>();
    for (TableSum wanted : manifest.tables()) {
      TableSum sum = found.remove(wanted.table());
      if (!wanted.equals(sum)) {
        faults.add("expected " + wanted + ", restored " + sum);
      }
    }
    found.keySet().forEach(table -> faults.add("table " + table + " is not in the manifest"));
    if (!faults.isEmpty()) {
      restored.drop();
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          "the tables restored from "
              + folder.root()
              + " are not those that were backed up: "
              + String.join("; ", faults)
              + ". They were dropped again; use another backup");
    }
  }

  private void requireKnownSchema() {
    Map<Integer, Migration> known = new HashMap<>();
    Migration.all().forEach(migration -> known.put(migration.number(), migration));
    for (Manifest.Step step : manifest.schema()) {
      Migration ours = known.get(step.number());
      if (ours == null || !ours.checksum().equals(step.checksum())) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            "the backup in "
                + folder.root()
                + " has the tables of migration "
                + step.name()
                + ", which this program "
                + (ours == null ? "does not know" : "has in another form")
                + ": restore it with the program that made it, or a later one");
      }
    }
  }
}

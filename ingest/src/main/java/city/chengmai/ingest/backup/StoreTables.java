package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tables of one database as a whole: sums, a frozen copy, ClickHouse's BACKUP and RESTORE. */
final class StoreTables {

  /** A city's store takes hours to copy; the server reports its own faults long before. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final ClickHouseClient client;
  private final String database;

  StoreTables(ClickHouseClient client, String database) {
    this.client = client;
    this.database = database;
  }

  String version() {
    return client.scalar("SELECT version()");
  }

  /** Names of all tables, sorted, without views; empty also when there is no such database. */
  List<String> names() {
    ClickHouseQuery query =
        ClickHouseQuery.of(
                "SELECT name, engine FROM system.tables WHERE database = {database:String}"
                    + " AND engine NOT LIKE '%View' ORDER BY name")
            .with("database", database);
    List<String> names = new ArrayList<>();
    client
        .rows(query)
        .forEach(
            row -> {
              requireOwn(row.get("name").asText(), row.get("engine").asText());
              names.add(row.get("name").asText());
            });
    return names;
  }

  private void requireOwn(String table, String engine) {
    if (engine.startsWith("Replicated") || engine.startsWith("Distributed")) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "table "
              + database
              + "."
              + table
              + " is "
              + engine
              + ": this command copies the tables of one server. On a cluster use ClickHouse's"
              + " BACKUP DATABASE "
              + database
              + " ON CLUSTER, which copies each shard once");
    }
  }

  List<TableSum> sums() {
    return names().stream().map(this::sum).toList();
  }

  /** One row a key counts, so that merges between two looks change nothing. */
  private TableSum sum(String table) {
    var row =
        client
            .rows(
                patient(
                    "SELECT count() AS rows, toString(sum(cityHash64(formatRow('RowBinary', *)))) AS"
                        + " hash FROM "
                        + name(table)
                        + " SETTINGS final = 1"))
            .get(0);
    return new TableSum(table, row.get("rows").asLong(), row.get("hash").asText());
  }

  List<Manifest.Step> schema() {
    return client
        .rows(
            "SELECT number, name, checksum FROM "
                + name("schema_migrations")
                + " FINAL ORDER BY number")
        .stream()
        .map(
            row ->
                new Manifest.Step(
                    row.get("number").asInt(),
                    row.get("name").asText(),
                    row.get("checksum").asText()))
        .toList();
  }

  /**
   * Freezes each table's rows of this moment in a database of their own. Parts are shared, so it
   * takes no room until they are merged; one table is frozen a moment after the other.
   */
  StoreTables frozen(List<String> tables) {
    StoreTables copy = new StoreTables(client, database + "_backup");
    // What a backup that was killed left behind.
    copy.drop();
    client.execute("CREATE DATABASE " + quoted(copy.database));
    tables.forEach(
        table ->
            client.execute(
                patient("CREATE TABLE " + copy.name(table) + " CLONE AS " + name(table))));
    return copy;
  }

  void write(String as, String address) {
    client.execute(
        patient("BACKUP DATABASE " + quoted(database) + " AS " + quoted(as) + " TO " + address));
  }

  void read(String as, String address) {
    client.execute(
        patient("RESTORE DATABASE " + quoted(as) + " AS " + quoted(database) + " FROM " + address));
  }

  void rename(String to) {
    client.execute("DROP DATABASE IF EXISTS " + quoted(to) + " SYNC");
    client.execute("RENAME DATABASE " + quoted(database) + " TO " + quoted(to));
  }

  void drop() {
    client.execute(patient("DROP DATABASE IF EXISTS " + quoted(database) + " SYNC"));
  }

  private String name(String table) {
    return quoted(database) + "." + quoted(table);
  }

  private static ClickHouseQuery patient(String sql) {
    return ClickHouseQuery.of(sql).setting("max_execution_time", LONGEST.toSeconds());
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "") + "`";
  }
}

package city.chengmai.datasets.schema;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Brings the database up to the committed migrations. Safe to run twice and by several processes at
 * once: ClickHouse has no transactions for DDL, so each statement is repeatable and the record of a
 * migration is written after its last statement, one row a migration however often it is written.
 */
public final class SchemaMigrator {
  private static final String RECORD =
      "CREATE TABLE IF NOT EXISTS schema_migrations (number UInt16, name String, checksum String,"
          + " applied_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = ReplacingMergeTree"
          + " ORDER BY number COMMENT 'applied migrations'";

  private final ClickHouseEndpoint admin;
  private final List<Migration> migrations;

  /** Migrates as a user that may create databases and tables. */
  public SchemaMigrator(ClickHouseEndpoint admin) {
    this(admin, Migration.all());
  }

  SchemaMigrator(ClickHouseEndpoint admin, List<Migration> migrations) {
    this.admin = Objects.requireNonNull(admin, "admin");
    this.migrations = List.copyOf(migrations);
  }

  /**
   * Applies what is missing.
   *
   * @return names of the migrations applied now, empty when there was nothing to do
   * @throws StoreException when an applied migration differs from the one of this program
   */
  public List<String> migrate() {
    createDatabase();
    try (ClickHouseClient client = new ClickHouseClient(admin)) {
      client.execute(RECORD);
      Map<Integer, String> applied = applied(client);
      migrations.forEach(migration -> requireUnchanged(migration, applied));
      return migrations.stream()
          .filter(migration -> !applied.containsKey(migration.number()))
          .peek(migration -> apply(client, migration))
          .map(Migration::name)
          .toList();
    }
  }

  private void createDatabase() {
    try (ClickHouseClient client = new ClickHouseClient(admin.withDatabase("default"))) {
      client.execute("CREATE DATABASE IF NOT EXISTS `" + admin.database().replace("`", "") + "`");
    }
  }

  private static Map<Integer, String> applied(ClickHouseClient client) {
    Map<Integer, String> applied = new HashMap<>();
    client
        .rows("SELECT number, checksum FROM schema_migrations FINAL")
        .forEach(row -> applied.put(row.get("number").asInt(), row.get("checksum").asText()));
    return applied;
  }

  private void requireUnchanged(Migration migration, Map<Integer, String> applied) {
    String before = applied.getOrDefault(migration.number(), migration.checksum());
    if (!before.equals(migration.checksum())) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "migration "
              + migration.name()
              + " was applied to "
              + admin
              + " with checksum "
              + before
              + ", this program has "
              + migration.checksum()
              + "; applied migrations never change: use the program that created the database,"
              + " or an empty data directory");
    }
  }

  private static void apply(ClickHouseClient client, Migration migration) {
    migration.statements().forEach(client::execute);
    client.execute(
        ClickHouseQuery.of(
                "INSERT INTO schema_migrations (number, name, checksum)"
                    + " SELECT {number:UInt16}, {name:String}, {checksum:String}")
            .with("number", migration.number())
            .with("name", migration.name())
            .with("checksum", migration.checksum()));
  }
}

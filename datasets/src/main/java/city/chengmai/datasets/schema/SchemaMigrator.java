package city.chengmai.datasets.schema;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database up to the committed migrations. Safe to run twice and by several processes at
 * once: ClickHouse has no transactions for DDL, so each statement is repeatable and the record of a
 * migration is written after its last statement, one row a migration however often it is written.
 *
 * <p>Servers of a cluster are brought up to date one by one, each with a record of its own; they
 * need nothing to agree upon for it. One that does not answer is left alone while there is nothing
 * to apply to the others.
 */
public final class SchemaMigrator {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaMigrator.class);
  private static final String RECORD =
      "CREATE TABLE IF NOT EXISTS schema_migrations (number UInt16, name String, checksum String,"
          + " applied_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = ReplacingMergeTree"
          + " ORDER BY number COMMENT 'applied migrations'";

  private final List<ClickHouseEndpoint> servers;
  private final Optional<String> cluster;
  private final List<Migration> migrations;

  /** Migrates one server as a user that may create databases and tables. */
  public SchemaMigrator(ClickHouseEndpoint admin) {
    this(admin, Migration.all());
  }

  SchemaMigrator(ClickHouseEndpoint admin, List<Migration> migrations) {
    this(List.of(admin), Optional.empty(), migrations);
  }

  /**
   * Migrates the servers of a cluster as a user that may create databases and tables.
   *
   * @param servers all of them
   * @param cluster name of the cluster in their {@code remote_servers}
   */
  public SchemaMigrator(List<ClickHouseEndpoint> servers, String cluster) {
    this(servers, Optional.of(cluster), Migration.all());
  }

  private SchemaMigrator(
      List<ClickHouseEndpoint> servers, Optional<String> cluster, List<Migration> migrations) {
    this.servers = List.copyOf(servers);
    this.cluster = cluster;
    this.migrations = List.copyOf(migrations);
  }

  /** Migrates the one server or the cluster of the settings. */
  public static SchemaMigrator of(Settings settings) {
    ClickHouseEndpoint admin = SharedSettings.admin(settings);
    List<URI> servers = settings.get(SharedSettings.CLICKHOUSE_SERVERS);
    return servers.isEmpty()
        ? new SchemaMigrator(admin)
        : new SchemaMigrator(
            servers.stream().map(admin::withUrl).toList(),
            settings.get(SharedSettings.CLICKHOUSE_CLUSTER));
  }

  /**
   * Applies what is missing.
   *
   * @return names of the migrations applied now, of a cluster those applied to any of its servers;
   *     empty when there was nothing to do
   * @throws StoreException when an applied migration differs from the one of this program
   */
  public List<String> migrate() {
    if (cluster.isPresent() && isOneAwayFromOthersThatAreUpToDate()) {
      return List.of();
    }
    return servers.stream().flatMap(this::migrate).distinct().toList();
  }

  private boolean isOneAwayFromOthersThatAreUpToDate() {
    Map<Boolean, List<ClickHouseEndpoint>> byAnswer =
        servers.stream().collect(Collectors.partitioningBy(SchemaMigrator::answers));
    List<ClickHouseEndpoint> there = byAnswer.get(true);
    if (byAnswer.get(false).isEmpty() || there.isEmpty()) {
      return false;
    }
    if (!there.stream().allMatch(this::isUpToDate)) {
      throw new StoreException(
          ErrorCategory.STORE_UNAVAILABLE,
          "there are migrations to apply, and of the servers in clickhouse.servers "
              + byAnswer.get(false)
              + " do not answer; start them, or take them out of the setting");
    }
    LOG.warn("{} do not answer; the other servers have all tables", byAnswer.get(false));
    return true;
  }

  private static boolean answers(ClickHouseEndpoint admin) {
    try (ClickHouseClient client = new ClickHouseClient(admin.withDatabase("default"))) {
      return client.health().usable();
    }
  }

  private boolean isUpToDate(ClickHouseEndpoint admin) {
    try (ClickHouseClient client = new ClickHouseClient(admin)) {
      return applied(client).size() == migrations.size();
    } catch (StoreException noneYet) {
      if (noneYet.clickHouseCode() == 0) {
        throw noneYet;
      }
      return false;
    }
  }

  private Stream<String> migrate(ClickHouseEndpoint admin) {
    TableLayout layout = layout(admin);
    createDatabases(admin, layout);
    try (ClickHouseClient client = new ClickHouseClient(admin)) {
      client.execute(RECORD);
      Map<Integer, String> applied = applied(client);
      migrations.forEach(migration -> requireUnchanged(admin, migration, applied));
      List<Migration> missing =
          migrations.stream()
              .filter(migration -> !applied.containsKey(migration.number()))
              .toList();
      missing.forEach(migration -> apply(client, layout, migration));
      layout.partsView().forEach(client::execute);
      return missing.stream().map(Migration::name);
    }
  }

  private TableLayout layout(ClickHouseEndpoint admin) {
    return cluster
        .<TableLayout>map(name -> new ShardedLayout(name, admin.database()))
        .orElseGet(() -> TableLayout.whole(admin.database()));
  }

  private static void createDatabases(ClickHouseEndpoint admin, TableLayout layout) {
    try (ClickHouseClient client = new ClickHouseClient(admin.withDatabase("default"))) {
      Stream.concat(Stream.of(admin.database()), layout.databases().stream())
          .forEach(
              name ->
                  client.execute("CREATE DATABASE IF NOT EXISTS `" + name.replace("`", "") + "`"));
    }
  }

  private static Map<Integer, String> applied(ClickHouseClient client) {
    Map<Integer, String> applied = new HashMap<>();
    client
        .rows("SELECT number, checksum FROM schema_migrations FINAL")
        .forEach(row -> applied.put(row.get("number").asInt(), row.get("checksum").asText()));
    return applied;
  }

  private static void requireUnchanged(
      ClickHouseEndpoint admin, Migration migration, Map<Integer, String> applied) {
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

  private static void apply(ClickHouseClient client, TableLayout layout, Migration migration) {
    migration.statements().stream()
        .flatMap(statement -> layout.statements(statement).stream())
        .forEach(client::execute);
    client.execute(
        ClickHouseQuery.of(
                "INSERT INTO schema_migrations (number, name, checksum)"
                    + " SELECT {number:UInt16}, {name:String}, {checksum:String}")
            .with("number", migration.number())
            .with("name", migration.name())
            .with("checksum", migration.checksum()));
  }
}

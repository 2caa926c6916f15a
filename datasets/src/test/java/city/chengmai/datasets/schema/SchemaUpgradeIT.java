package city.chengmai.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows written under each released version of the schema are there, unchanged, under the newest.
 *
 * <p>One database goes from version to version. At each, every table that is new, and every one
 * that the next migration names, gets rows: those of tables that the next one leaves alone would
 * only be written once more.
 */
class SchemaUpgradeIT {

  private static final int ROWS = 5;

  /** Old rows of these tables roll off by themselves, by the age of this column. */
  private static final Map<String, String> ROLLING =
      Map.of("sessions", "seen_at", "query_run_claims", "claimed_at");

  /** Rows of a table, as the columns of one version show them. */
  private record Written(int version, String table, List<String> columns, Set<String> hashes) {}

  @TempDir Path directory;

  @Test
  void rowsOfEveryVersionOutliveTheUpgrade() {
    List<Migration> migrations = Migration.all();
    List<Written> written = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory)) {
      for (int applied = 1; applied <= migrations.size(); applied++) {
        List<Migration> released = migrations.subList(0, applied);
        assertThat(new SchemaMigrator(engine.admin(), released).migrate())
            .containsExactly(released.get(applied - 1).name());
        try (ClickHouseClient client = new ClickHouseClient(engine.admin())) {
          String next = applied < migrations.size() ? text(migrations.get(applied)) : "";
          for (String table : tables(client)) {
            if (filled.add(table) || next.matches("(?s).*\\b" + table + "\\b.*")) {
              written.add(write(client, released.get(applied - 1).number(), table));
            }
          }
        }
      }
      assertThat(filled).hasSize(Table.values().length);
      try (ClickHouseClient client = new ClickHouseClient(engine.admin())) {
        assertThat(written)
            .allSatisfy(
                rows ->
                    assertThat(hashes(client, rows.table(), rows.columns()))
                        .as("%s since version %s", rows.table(), rows.version())
                        .containsAll(rows.hashes()));
      }
    }
    assertThat(written).filteredOn(rows -> rows.table().equals("alerts")).hasSizeGreaterThan(2);
  }

  private static String text(Migration migration) {
    return String.join("\n", migration.statements());
  }

  private static List<String> tables(ClickHouseClient client) {
    return client
        .rows(
            "SELECT name FROM system.tables WHERE database = 'chengmai'"
                + " AND engine LIKE '%MergeTree' AND name != 'schema_migrations'")
        .stream()
        .map(row -> row.get("name").asText())
        .toList();
  }

  private static Written write(ClickHouseClient client, int version, String table) {
    List<Table.Column> columns = Table.valueOf(table.toUpperCase(Locale.ROOT)).columns(client);
    String types =
        columns.stream()
            .map(column -> "`" + column.name() + "` " + random(column.type()))
            .collect(Collectors.joining(", "));
    client.execute(
        "INSERT INTO "
            + table
            + " SELECT * "
            + (ROLLING.containsKey(table)
                ? "REPLACE (now64(3) AS " + ROLLING.get(table) + ") "
                : "")
            + "FROM generateRandom('"
            + types.replace("'", "\\'")
            + "', "
            + version
            + ", 12, 3) LIMIT "
            + ROWS);
    List<String> names = columns.stream().map(Table.Column::name).toList();
    Set<String> hashes = hashes(client, table, names);
    assertThat(hashes).as("%s at version %s", table, version).hasSizeGreaterThanOrEqualTo(ROWS);
    return new Written(version, table, names, hashes);
  }

  private static Set<String> hashes(ClickHouseClient client, String table, List<String> columns) {
    String list = columns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return client
        .rows(
            ClickHouseQuery.of(
                "SELECT toString(cityHash64(formatRow('RowBinary', "
                    + list
                    + "))) AS h FROM "
                    + table))
        .stream()
        .map(row -> row.get("h").asText())
        .collect(Collectors.toSet());
  }

  // The value of such a column is what it aggregates.
  private static String random(String type) {
    return type.startsWith("SimpleAggregateFunction")
        ? type.substring(type.indexOf(',') + 1, type.length() - 1).strip()
        : type;
  }
}

package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.schema.SchemaMigrator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that hold a part of every table each. */
class EmbeddedClusterIT {
  private static final int ROWS = 1_000;
  private static final int CLICKHOUSE_ACCESS_DENIED = 497;

  @TempDir static Path directory;
  private static EmbeddedCluster cluster;

  @BeforeAll
  static void start() {
    cluster = EmbeddedCluster.start(directory, 2).migrate();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void eachRowIsOnOneServerAndEveryServerAnswersForAll() {
    for (int version = 1; version <= 2; version++) {
      // Through either of them, and within the statement: there is nothing to wait for.
      ask(cluster.shard(version).writer(), insert("case-", version));
      for (int shard = 1; shard <= 2; shard++) {
        String sums =
            "SELECT count() || ' ' || sum(version) FROM cases WHERE case_id LIKE 'case-%'";
        assertThat(ask(cluster.shard(shard).reader(), sums)).isEqualTo(ROWS + " " + ROWS * version);
      }
    }
    String own = "SELECT count() FROM chengmai_local.cases";
    assertThat(
            List.of(
                Long.parseLong(ask(cluster.shard(1).reader(), own)),
                Long.parseLong(ask(cluster.shard(2).reader(), own))))
        .allMatch(rows -> rows > ROWS / 4);
  }

  @Test
  void subqueriesAndJoinsSeeTheRowsOfAllServers() {
    ask(cluster.shard(1).writer(), insert("joined-", 1));
    ask(
        cluster.shard(2).writer(),
        "INSERT INTO hotline_orders (order_id, case_id, version) SELECT 'order-' || case_id,"
            + " case_id, 1 FROM cases WHERE case_id LIKE 'joined-%'");
    ClickHouseEndpoint reader = cluster.shard(2).reader();
    assertThat(
            ask(
                reader,
                "SELECT count() FROM cases AS c INNER JOIN hotline_orders AS o ON o.case_id ="
                    + " c.case_id WHERE c.case_id LIKE 'joined-%'"))
        .isEqualTo(Integer.toString(ROWS));
    assertThat(
            ask(
                reader,
                "WITH some AS (SELECT case_id FROM hotline_orders) SELECT count() FROM cases WHERE"
                    + " case_id IN (SELECT case_id FROM some) AND case_id LIKE 'joined-%'"))
        .isEqualTo(Integer.toString(ROWS));
  }

  @Test
  void whatAnalystsMayNotReadTheyReadOnNoServer() {
    for (String table : List.of("accounts", "sessions", "audit_log", "query_remarks")) {
      for (String database : List.of("chengmai", "chengmai_local")) {
        assertThatThrownBy(
                () -> ask(cluster.shard(1).analyst(), "SELECT * FROM " + database + "." + table))
            .isInstanceOfSatisfying(
                StoreException.class,
                refused ->
                    assertThat(refused.clickHouseCode()).isEqualTo(CLICKHOUSE_ACCESS_DENIED));
      }
    }
    ask(cluster.shard(1).analyst(), "SELECT count() FROM cases");
  }

  @Test
  void aServerThatIsAwayHoldsUpMigrationsAndNothingElse() {
    ClickHouseEndpoint here = cluster.shard(1).admin();
    ClickHouseEndpoint away = here.withUrl(URI.create("http://127.0.0.1:1"));
    assertThat(new SchemaMigrator(List.of(here, away), EmbeddedCluster.NAME).migrate()).isEmpty();
    List<ClickHouseEndpoint> anew =
        List.of(here.withDatabase("another"), away.withDatabase("another"));
    assertThatThrownBy(() -> new SchemaMigrator(anew, EmbeddedCluster.NAME).migrate())
        .hasMessageContaining("http://127.0.0.1:1")
        .hasMessageContaining("clickhouse.servers");
  }

  @Test
  void thePartsOfAllServersAreSeen() {
    ask(cluster.shard(1).writer(), insert("parts-", 1));
    assertThat(
            ask(
                cluster.shard(1).reader(),
                "SELECT uniqExact(shard) FROM schema_parts WHERE table = 'cases' AND rows > 0"))
        .isEqualTo("2");
  }

  private static String insert(String prefix, int version) {
    return "INSERT INTO cases (case_id, version) SELECT '"
        + prefix
        + "' || toString(number), "
        + version
        + " FROM numbers("
        + ROWS
        + ")";
  }

  private static String ask(ClickHouseEndpoint endpoint, String sql) {
    try (ClickHouseClient client = new ClickHouseClient(endpoint)) {
      if (sql.startsWith("INSERT")) {
        client.execute(sql);
        return "";
      }
      return sql.startsWith("SELECT *") ? client.rows(sql).toString() : client.scalar(sql);
    }
  }
}

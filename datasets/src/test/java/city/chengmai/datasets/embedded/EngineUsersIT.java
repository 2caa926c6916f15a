package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.FunctionGuard;
import city.chengmai.datasets.clickhouse.FunctionGuard.Finding;
import city.chengmai.datasets.clickhouse.FunctionGuard.Kind;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineUsersIT {
  @TempDir static Path directory;
  private static EmbeddedClickHouse engine;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(directory);
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute("INSERT INTO categories (category_id, version) VALUES ('a', 1)");
      writer.execute("INSERT INTO categories (category_id, version) VALUES ('a', 2)");
    }
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void wrongPasswordIsBadConfiguration() {
    ClickHouseEndpoint right = engine.reader();
    ClickHouseEndpoint wrong =
        new ClickHouseEndpoint(right.url(), right.database(), right.user(), "wrong");
    assertCode(516, () -> ask(wrong, "SELECT 1"));
  }

  @Test
  void engineUserHasNoSecondSession() {
    ClickHouseEndpoint inner =
        new ClickHouseEndpoint(engine.admin().url(), "default", "default", "");
    assertCode(700, () -> ask(inner, "SELECT 1"));
  }

  @Test
  void readersSeeOneRowOfAKey() {
    assertThat(ask(engine.reader(), "SELECT count() FROM categories")).isEqualTo("1");
    assertThat(ask(engine.analyst(), "SELECT count() FROM categories")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "497 | SELECT * FROM file('/etc/hostname', 'LineAsString')",
        "497 | SELECT * FROM url('http://127.0.0.1:1/', 'CSV', 'a String')",
        "497 | SELECT * FROM remote('127.0.0.1', system.one)",
        "497 | SELECT * FROM s3('http://127.0.0.1:1/a.csv')",
        "497 | SELECT * FROM executable('id', TSV, 'a String')",
        "497 | SELECT * FROM mysql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
        "497 | INSERT INTO categories (category_id) VALUES ('x')",
        "497 | DROP TABLE categories",
        "497 | SELECT * FROM system.users",
        "497 | SELECT * FROM accounts",
        "497 | SELECT * FROM sessions",
        "497 | SELECT count() FROM screens",
        "497 | SELECT * FROM audit_log",
        "636 | SELECT * FROM merge('chengmai', 'accounts')",
        "164 | SELECT 1 SETTINGS final = 0",
        "452 | SELECT 1 SETTINGS max_execution_time = 301",
        "452 | SELECT 1 SETTINGS max_execution_time = 0",
        "452 | SELECT 1 SETTINGS max_result_rows = 0",
        "396 | SELECT number FROM numbers(20000)",
        "159 | SELECT count() FROM numbers(2900) WHERE sleepEachRow(0.001) = 0"
            + " SETTINGS max_execution_time = 1"
      })
  void analystIsRefused(int code, String sql) {
    assertCode(code, () -> ask(engine.analyst(), sql));
  }

  @Test
  void analystMayChangeHisTimeAndOverflow() {
    String sql = "SELECT 1 SETTINGS max_execution_time = 300, result_overflow_mode = 'break'";
    assertThat(ask(engine.analyst(), sql)).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT file('/etc/hostname')",
        "SELECT x FROM (SELECT FILE /* ( */ ('/etc/hostname') AS x)",
        "EXPLAIN SELECT file('/etc/hostname')",
        "SELECT * FROM (EXPLAIN SELECT file('/etc/hostname'))",
        "DESCRIBE (SELECT file('/etc/hostname'))",
        "SELECT * APPLY(file) FROM (SELECT '/etc/hostname')",
        "SELECT * APPLY file FROM (SELECT '/etc/hostname')",
        "SELECT * APPLY x -> file(x) FROM (SELECT '/etc/hostname')",
        "SELECT * APPLY(\"file\") FROM (SELECT '/etc/hostname')",
        "SELECT * APPLY(`f\\x69le`) FROM (SELECT '/etc/hostname')",
        "SELECT `f\\x69le`('/etc/hostname')",
        "SELECT arrayMap(file, ['/etc/hostname'])",
        "SELECT arrayMap(x -> file(x), ['/etc/hostname'])",
        "SELECT a$b$, file('/etc/hostname') AS `$b$` FROM (SELECT 1 AS a$b$)",
        "SELECT encrypt('aes-128-ecb', file('/etc/hostname'), 'kkkkkkkkkkkkkkkk')",
        "SELECT * REPLACE (file('/etc/hostname') AS x) FROM (SELECT 1 AS x)",
        "SELECT count() OVER w FROM categories WINDOW w AS (PARTITION BY file('/etc/hostname'))",
        "SELECT * FROM file('/etc/hostname', 'LineAsString')",
        "SELECT '\\\\', file('/etc/hostname'), ')'",
        "SELECT catboostEvaluate('/etc/hostname', 1)",
        "SELECT showCertificate()"
      })
  void guardRefusesFunctionsThatReachOutside(String sql) {
    assertThat(found(sql)).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.FUNCTION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT file('/etc/hostname') SETTINGS limit = 1",
        "SELECT 1 SETTINGS max_result_bytes = 2000000000",
        "SELECT 1 settings \"max_result_rows\" = 5000000",
        "SELECT * FROM (SELECT 1 SETTINGS result_overflow_mode = 'break')",
        "SELECT 1 SETTINGS max_execution_time = 300 FORMAT JSON",
        "SELECT 1 FORMAT JSON SETTINGS limit = 1",
        "SELECT {x:Identifier} SETTINGS param_x = 'file'"
      })
  void guardRefusesEverySettingsClause(String sql) {
    assertThat(found(sql)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SET ROLE ALL", "USE system", "KILL QUERY WHERE 1", "SYSTEM FLUSH LOGS"})
  void guardRefusesWhatAsksNothing(String sql) {
    assertThat(found(sql)).hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(Kind.STATEMENT));
  }

  /** The engine takes a name from a value: unguarded, the file would be read. */
  @Test
  void guardRefusesAFunctionNamedByAValue() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "cormorant");
    ClickHouseQuery query =
        ClickHouseQuery.of("SELECT arrayMap({f:Identifier}, ['" + secret + "'])[1]")
            .with("f", "file");
    try (ClickHouseClient analyst = new ClickHouseClient(engine.analyst())) {
      assertThat(analyst.scalar(query)).contains("cormorant");
      assertThat(FunctionGuard.find(analyst, query)).isPresent();
      assertThat(FunctionGuard.find(analyst, query.with("f", "upper"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'file(x)', count() -- file(",
        "SELECT $tag$ file('a') SETTINGS $tag$",
        "SELECT * APPLY(toString) FROM categories",
        "SELECT 'it''s \\' file(' AS text, `a\\`b` FROM (SELECT 1 AS `a\\`b`)",
        "SELECT settings, profile FROM t",
        "SELECT '城市' AS `城市`",
        "SHOW TABLES"
      })
  void guardLetsPlainTextPass(String sql) {
    assertThat(found(sql)).isEmpty();
  }

  @Test
  void guardTakesLongTextAndNamesTheLineOfAMistake() {
    assertThat(found("SELECT '" + "城".repeat(60_000) + "'")).isEmpty();
    assertThatThrownBy(() -> found("SELECT 1\nFROM categories\nWHERE )"))
        .hasMessageContaining("line 3, col 7")
        .hasMessageNotContaining("In scope");
  }

  @Test
  void guardKnowsEveryNameOfAFunctionThatReachesOutside() {
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      String names =
          "SELECT name FROM system.functions WHERE categories = 'AI' OR alias_to = 'file'"
              + " OR match(name, '(?i)^file$|catboost|certificate|addressTo|logTrace')";
      assertThat(admin.rows(names))
          .hasSizeGreaterThan(5)
          .allSatisfy(
              row -> assertThat(found("SELECT " + row.get("name").asText() + "('a')")).isPresent());
    }
  }

  private static Optional<Finding> found(String sql) {
    try (ClickHouseClient analyst = new ClickHouseClient(engine.analyst())) {
      return FunctionGuard.find(analyst, sql);
    }
  }

  @Test
  void writerDeletesRowsButDropsNoTable() {
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute("ALTER TABLE categories DELETE WHERE category_id = 'nothing'");
      assertCode(497, () -> writer.execute("DROP TABLE categories"));
    }
  }

  @Test
  void whatWasDoneCanBeAddedToButNotChanged() {
    String entry = "INSERT INTO audit_log (happened_at, entry_id, kind) VALUES (0, 'a', 'query')";
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute(entry);
      writer.execute(entry.replace("'query'", "'page'"));
      assertThat(
              writer.scalar("SELECT arrayStringConcat(arraySort(groupArray(kind))) FROM audit_log"))
          .as("an entry of the same key replaces none")
          .isEqualTo("pagequery");
      assertCode(497, () -> writer.execute("ALTER TABLE audit_log DELETE WHERE kind = 'query'"));
      assertCode(497, () -> writer.execute("ALTER TABLE audit_log UPDATE kind = '' WHERE 1"));
      assertCode(497, () -> writer.execute("TRUNCATE TABLE audit_log"));
    }
    assertCode(497, () -> ask(engine.reader(), "SELECT count() FROM accounts"));
  }

  private static String ask(ClickHouseEndpoint endpoint, String sql) {
    try (ClickHouseClient client = new ClickHouseClient(endpoint)) {
      return client.scalar(sql);
    }
  }

  /** A tool of others: it asks for the catalogue, and sends settings with every statement. */
  @Test
  void aToolReadsAsTheAnalystThroughJdbc() throws SQLException {
    ClickHouseEndpoint analyst = engine.analyst();
    Properties account = new Properties();
    account.put("user", analyst.user());
    account.put("password", analyst.password());
    String url = "jdbc:clickhouse://" + analyst.url().getAuthority() + "/chengmai";
    try (Connection connection = DriverManager.getConnection(url, account);
        Statement statement = connection.createStatement()) {
      DatabaseMetaData catalogue = connection.getMetaData();
      assertThat(texts(catalogue.getTables(null, "chengmai", "%", null), "TABLE_NAME"))
          .contains("cases", "indicator_30d", "portraits")
          .doesNotContain("accounts", "audit_log");
      assertThat(texts(catalogue.getColumns(null, "chengmai", "cases", "%"), "COLUMN_NAME"))
          .contains("case_id", "reported_at");
      statement.setMaxRows(200);
      statement.setQueryTimeout(10);
      assertThat(texts(statement.executeQuery("SELECT category_id AS c FROM categories"), "c"))
          .containsExactly("a");
      try (PreparedStatement asked = connection.prepareStatement("SELECT ? + 1 AS next")) {
        asked.setInt(1, 4);
        assertThat(texts(asked.executeQuery(), "next")).containsExactly("5");
      }
      assertThatThrownBy(() -> statement.execute("DROP TABLE cases"))
          .hasMessageContaining("Code: 497");
      assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM accounts"))
          .hasMessageContaining("Code: 497");
    }
  }

  private static List<String> texts(ResultSet rows, String column) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        texts.add(rows.getString(column));
      }
    }
    return texts;
  }

  private static void assertCode(int code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.clickHouseCode()).isEqualTo(code));
  }
}

package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.FunctionGuard;
import city.chengmai.datasets.clickhouse.StoreException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void guardRefusesTheScalarFileFunction() {
    try (ClickHouseClient analyst = new ClickHouseClient(engine.analyst())) {
      ClickHouseQuery hidden =
          ClickHouseQuery.of("SELECT x FROM (SELECT FILE /* ( */ ('/etc/hostname') AS x)");
      assertThatThrownBy(() -> FunctionGuard.require(analyst, hidden))
          .hasMessageContaining("file()");
      FunctionGuard.require(analyst, ClickHouseQuery.of("SELECT 'file(x)' AS file, count()"));
    }
  }

  @Test
  void writerDeletesRowsButDropsNoTable() {
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute("ALTER TABLE categories DELETE WHERE category_id = 'nothing'");
      assertCode(497, () -> writer.execute("DROP TABLE categories"));
    }
  }

  private static String ask(ClickHouseEndpoint endpoint, String sql) {
    try (ClickHouseClient client = new ClickHouseClient(endpoint)) {
      return client.scalar(sql);
    }
  }

  private static void assertCode(int code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.clickHouseCode()).isEqualTo(code));
  }
}

package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskRunsIT {

  private static final DeskLimits USUAL = new DeskLimits(1_000, 30);
  private static final String ENDLESS =
      "SELECT count() FROM numbers(10000000) AS a, numbers(100000) AS b"
          + " WHERE NOT ignore(sipHash64(a.number, b.number))";

  @TempDir static Path directory;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient analyst;
  private static ClickHouseClient administrator;
  private static DeskRuns runs;

  @BeforeAll
  static void startEngine() {
    engine = EmbeddedClickHouse.startMigrated(directory);
    analyst = new ClickHouseClient(engine.analyst());
    administrator = new ClickHouseClient(engine.admin());
    administrator.execute(
        "INSERT INTO categories SELECT toString(number), '', concat('类', toString(number)),"
            + " concat('kind ', toString(number)), number, 1 FROM numbers(50)");
    runs = new DeskRuns(new DeskEngine(analyst, administrator), InstantSource.system());
  }

  @AfterAll
  static void stopEngine() {
    runs.close();
    analyst.close();
    administrator.close();
    engine.close();
  }

  @Test
  void rowsComeBackWithTypesAndExactNumbers() {
    ResultTable table =
        finished("SELECT toUInt64(18446744073709551615) AS n, 'x' AS s, today() AS d", USUAL);
    assertThat(table.columns())
        .containsExactly(
            new ResultColumn("n", "UInt64"),
            new ResultColumn("s", "String"),
            new ResultColumn("d", "Date"));
    assertThat(table.rows().get(0).get(0).asText()).isEqualTo("18446744073709551615");
    assertThat(table.rows().get(0).get(0).isTextual()).isTrue();
    assertThat(table.truncated()).isFalse();
  }

  @Test
  void readingIsCounted() {
    DeskRun run = ended(runs.start(DeskStatement.of("SELECT count() FROM numbers(100000)"), USUAL));
    assertThat(run.progress().readRows()).isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO categories VALUES ('x', '', '', '', 1, 1)",
        "ALTER TABLE categories DELETE WHERE 1",
        "DROP TABLE categories",
        "TRUNCATE TABLE categories",
        "CREATE TABLE t (a UInt8) ENGINE = Memory",
        "CREATE TEMPORARY TABLE t (a UInt8)",
        "SYSTEM FLUSH LOGS",
        "KILL QUERY WHERE 1"
      })
  void aStatementThatWritesIsRefused(String statement) {
    assertThat(refused(statement, USUAL).key()).isIn("write", "right");
    assertThat(finished("SELECT count() FROM categories", USUAL).rows().get(0).get(0).asInt())
        .isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')|URL",
        "SELECT * FROM remote('127.0.0.1:1', system.one)|REMOTE",
        "SELECT * FROM s3('http://127.0.0.1:1/bucket/file.csv')|S3",
        "SELECT * FROM mysql('127.0.0.1:1', 'd', 't', 'u', 'p')|MYSQL",
        "SELECT * FROM executable('true', 'TSV', 'a String')|"
      })
  void readingFilesAndAddressesIsRefusedAndTheRightIsNamed(String statement, String right) {
    Refusal refusal = refused(statement, USUAL);
    assertThat(refusal.key()).isIn("right", "write");
    if (right != null) {
      assertThat(refusal.argument()).contains(right);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT file('/etc/hostname')",
        "EXPLAIN SELECT file('/etc/hostname')",
        "SELECT * APPLY(file) FROM (SELECT '/etc/hostname')",
        "SELECT arrayMap(file, ['/etc/hostname']) SETTINGS limit = 1",
        "SELECT * FROM file('/etc/passwd', 'LineAsString')"
      })
  void aFunctionThatReadsFilesIsRefusedByName(String statement) {
    Refusal refusal = refused(statement, USUAL);
    assertThat(refusal).isEqualTo(Refusal.byDesk("function", "file"));
    assertThat(new RunAnswer(Messages.of(Language.ENGLISH)).sentence(refusal, USUAL))
        .contains("file() reads or writes outside the database");
    assertThat(new RunAnswer(Messages.of(Language.CHINESE)).sentence(refusal, USUAL))
        .contains("已拒绝：file() ");
  }

  @Test
  void rowsThatTakeTooMuchMemoryAreRefusedAndTheLimitNamed() {
    String columns = "number, ".repeat(80) + "1";
    DeskLimits most = new DeskLimits(DeskLimits.MOST_ROWS, 30);
    Refusal refusal = refused("SELECT " + columns + " FROM numbers(10000)", most);
    assertThat(refusal).isEqualTo(Refusal.byDesk("bytes", "32"));
    assertThat(new RunAnswer(Messages.of(Language.ENGLISH)).sentence(refusal, most))
        .contains("32 MB");
  }

  @Test
  void theOldestResultIsForgottenWhenAllTakeTooMuch() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    try (DeskRuns own = new DeskRuns(new DeskEngine(analyst, administrator), now::get, 1_000)) {
      DeskRun first = ended(own, own.start(DeskStatement.of("SELECT repeat('x', 300)"), USUAL));
      now.set(now.get().plusSeconds(1));
      DeskRun second = ended(own, own.start(DeskStatement.of("SELECT repeat('y', 300)"), USUAL));
      assertThat(first.bytes()).isBetween(600L, 1_000L);
      assertThat(own.look(first.id())).isEmpty();
      assertThat(own.look(second.id())).isPresent();
    }
  }

  @Test
  void aRunLongerThanItsLimitIsCutAndTheLimitNamed() {
    DeskLimits one = new DeskLimits(10, 1);
    Refusal refusal = refused(ENDLESS, one);
    assertThat(refusal.key()).isEqualTo("time");
    assertThat(new RunAnswer(Messages.of(Language.ENGLISH)).sentence(refusal, one))
        .contains("time limit of 1 second");
    assertThat(new RunAnswer(Messages.of(Language.CHINESE)).sentence(refusal, one))
        .contains("1 秒的时间上限");
  }

  @Test
  void tooManyRowsAreCutWithAFlag() {
    ResultTable table = finished("SELECT number FROM numbers(1000000)", new DeskLimits(100, 30));
    assertThat(table.rows()).hasSize(100);
    assertThat(table.truncated()).isTrue();
  }

  @Test
  void exactlyTheLimitIsNotCut() {
    ResultTable table = finished("SELECT number FROM numbers(100)", new DeskLimits(100, 30));
    assertThat(table.rows()).hasSize(100);
    assertThat(table.truncated()).isFalse();
  }

  @Test
  void aResultOfTooManyBytesIsRefusedNotQuietlyCut() {
    assertThat(
            refused("SELECT repeat(toString(number % 10), 100000) FROM numbers(1000)", USUAL).key())
        .isEqualTo("rows");
  }

  @Test
  void tooMuchMemoryIsRefused() {
    assertThat(
            refused("SELECT length(groupArray(repeat('x', 1000))) FROM numbers(100000000)", USUAL)
                .key())
        .isIn("memory", "time");
  }

  @Test
  void aStoppedRunLeavesTheProcessList() throws InterruptedException {
    DeskRun run = runs.start(DeskStatement.of(ENDLESS), new DeskLimits(10, 300));
    awaitRunningOnServer(run);
    runs.stop(run);
    assertThat(ended(run).outcome().orElseThrow())
        .isEqualTo(new DeskOutcome.Refused(Refusal.byDesk("stopped", "")));
    assertThat(onServer(run)).isZero();
  }

  @Test
  void aRunThatNobodyLooksAtIsStopped() throws InterruptedException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    try (DeskRuns own = new DeskRuns(new DeskEngine(analyst, administrator), now::get)) {
      DeskRun run = own.start(DeskStatement.of(ENDLESS), new DeskLimits(10, 300));
      awaitRunningOnServer(run);
      now.set(now.get().plus(DeskLimits.ABANDONED).plusSeconds(1));
      ended(run);
      assertThat(onServer(run)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1; SELECT 2", "SELECT 1; DROP TABLE categories;"})
  void severalStatementsAreRefused(String statement) {
    assertThat(refused(statement, USUAL)).isEqualTo(Refusal.byDesk("several", "2"));
  }

  @Test
  void changingASettingIsRefusedByName() {
    Refusal refusal = refused("SELECT 1 SETTINGS max_memory_usage = 0", USUAL);
    assertThat(refusal.key()).isEqualTo("setting");
    assertThat(refusal.argument()).isEqualTo("max_memory_usage");
    assertThat(refused("SET readonly = 0", USUAL).key()).isIn("setting", "write");
    assertThat(refused("SELECT 1 SETTINGS max_execution_time = 100000", USUAL).key())
        .isEqualTo("setting");
    assertThat(refused("SELECT 1 SETTINGS max_result_bytes = 2000000000", USUAL))
        .isEqualTo(Refusal.byDesk("setting", "max_result_bytes"));
  }

  @Test
  void aSyntaxErrorNamesItsLine() {
    Refusal refusal = refused("SELECT 1\nFROM categories\nWHERE )", USUAL);
    assertThat(refusal.key()).isEqualTo("syntax");
    assertThat(refusal.line()).isEqualTo(3);
  }

  @Test
  void systemTablesOfOthersAreNotReadable() {
    assertThat(refused("SELECT * FROM system.query_log", USUAL).key()).isEqualTo("right");
  }

  @Test
  void anOwnFormatIsRefused() {
    assertThat(refused("SELECT 1 FORMAT JSON", USUAL).key()).isEqualTo("format");
  }

  private static ResultTable finished(String statement, DeskLimits limits) {
    DeskOutcome outcome =
        ended(runs.start(DeskStatement.of(statement), limits)).outcome().orElseThrow();
    assertThat(outcome).isInstanceOf(DeskOutcome.Finished.class);
    return ((DeskOutcome.Finished) outcome).table();
  }

  private static Refusal refused(String statement, DeskLimits limits) {
    DeskOutcome outcome =
        ended(runs.start(DeskStatement.of(statement), limits)).outcome().orElseThrow();
    assertThat(outcome).isInstanceOf(DeskOutcome.Refused.class);
    return ((DeskOutcome.Refused) outcome).refusal();
  }

  private static DeskRun ended(DeskRun run) {
    return ended(runs, run);
  }

  private static DeskRun ended(DeskRuns owner, DeskRun run) {
    try {
      while (run.outcome().isEmpty()) {
        owner.look(run.id());
        Thread.sleep(20);
      }
      return run;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void awaitRunningOnServer(DeskRun run) throws InterruptedException {
    while (onServer(run) == 0) {
      assertThat(run.outcome()).isEmpty();
      Thread.sleep(20);
    }
  }

  private static int onServer(DeskRun run) {
    return Integer.parseInt(
        administrator.scalar(
            "SELECT count() FROM system.processes WHERE query_id = '" + run.id() + "'"));
  }
}

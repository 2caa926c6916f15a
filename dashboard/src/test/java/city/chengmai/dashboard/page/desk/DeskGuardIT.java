package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.testing.fuzz.KeptInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person could write to get at more than the tables of the desk; on a real engine. */
class DeskGuardIT {

  private static DeskGuardFuzz desk;

  @BeforeAll
  static void start() throws IOException {
    desk = new DeskGuardFuzz();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Addresses outside
        "SELECT * FROM url(ADDRESS, 'CSV', 'a String')",
        "SELECT * FROM url(ADDRESS)",
        "DESCRIBE TABLE url(ADDRESS)",
        "EXPLAIN SELECT * FROM url(ADDRESS)",
        "SELECT count() FROM categories WHERE category_id IN (SELECT * FROM url(ADDRESS))",
        "WITH (SELECT a FROM url(ADDRESS, 'CSV', 'a String')) AS x SELECT x",
        "SELECT * FROM urlCluster('default', ADDRESS, 'CSV', 'a String')",
        "SELECT * FROM remote('127.0.0.1:PORT', system.one)",
        "SELECT * FROM remoteSecure('127.0.0.1:PORT', system.one)",
        "SELECT * FROM remote('127.0.0.1', chengmai.accounts, 'default', '')",
        "SELECT * FROM cluster('default', system.one)",
        "SELECT * FROM clusterAllReplicas('default', system.one)",
        "SELECT * FROM s3(ADDRESS)",
        "SELECT * FROM s3(ADDRESS, NOSIGN, 'CSV', 'a String')",
        "SELECT * FROM s3Cluster('default', ADDRESS)",
        "SELECT * FROM gcs(ADDRESS)",
        "SELECT * FROM hdfs('hdfs://127.0.0.1:PORT/a', 'TSV', 'a String')",
        "SELECT * FROM azureBlobStorage(ADDRESS, 'a', 'b', 'c', 'd')",
        "SELECT * FROM iceberg(ADDRESS)",
        "SELECT * FROM deltaLake(ADDRESS)",
        "SELECT * FROM hudi(ADDRESS)",
        "SELECT * FROM mysql('127.0.0.1:PORT', 'a', 'b', 'c', 'd')",
        "SELECT * FROM postgresql('127.0.0.1:PORT', 'a', 'b', 'c', 'd')",
        "SELECT * FROM mongodb('127.0.0.1:PORT', 'a', 'b', 'c', 'd', 'a String')",
        "SELECT * FROM redis('127.0.0.1:PORT', 'a', 'a String')",
        "SELECT * FROM jdbc('jdbc:a://127.0.0.1:PORT', 'b')",
        "SELECT * FROM odbc('DSN=a', 'b', 'c')",
        "SELECT * FROM ytsaurus(ADDRESS, '//a', 'b', 'a String')",
        "SELECT * FROM arrowFlight('127.0.0.1:PORT', 'a')",
        // Files and processes of the machine
        "SELECT * FROM file(FILE, 'LineAsString')",
        "SELECT * FROM fileCluster('default', FILE, 'LineAsString')",
        "SELECT * FROM sqlite(FILE, 'a')",
        "SELECT * FROM executable('id', TSV, 'a String')",
        "SELECT * FROM filesystem('/')",
        "SELECT * FROM Python('os')",
        "SELECT file(FILE)",
        "SELECT FiLe /**/ (FILE)",
        "SELECT \"file\"(FILE)",
        "SELECT arrayMap({f:Identifier}, [FILE])",
        "SELECT * APPLY {f:Identifier} FROM (SELECT FILE)",
        "SELECT 1 INTO OUTFILE FILE",
        "SELECT 1 INTO OUTFILE '/tmp/desk-guard-outfile' TRUNCATE",
        "SELECT * FROM dictionary('a')",
        "SELECT dictGet('chengmai.accounts', 'display_name', 'a')",
        "SELECT joinGet('chengmai.accounts', 'display_name', 'a')",
        "SELECT catboostEvaluate(FILE, 1)",
        "SELECT * FROM input('a String')",
        // Tables that are not the desk's
        "SELECT * FROM accounts",
        "SELECT * FROM chengmai.accounts",
        "SELECT * FROM `chengmai` . `accounts`",
        "SELECT * FROM {t:Identifier}",
        "SELECT * FROM chengmai_local.accounts",
        "SELECT * FROM merge('chengmai', 'accounts')",
        "SELECT * FROM merge('chengmai', '^(accounts|audit_log|saved_queries)$')",
        "SELECT * FROM viewIfPermitted(SELECT display_name FROM accounts ELSE null('a String'), 1)",
        "SELECT * FROM loop(accounts)",
        "SELECT * FROM mergeTreeIndex(chengmai, accounts)",
        "SELECT * FROM categories UNION ALL SELECT * FROM audit_log",
        "SELECT * FROM audit_log",
        "SELECT * FROM saved_queries",
        "SELECT * FROM system.users",
        "SELECT * FROM system.query_log",
        "SELECT * FROM system.named_collections",
        "SELECT * FROM {d:Identifier}.users",
        "SHOW CREATE USER chengmai_admin",
        "SHOW CREATE TABLE accounts",
        // What is no question
        "SET readonly = 0",
        "SET ROLE ALL",
        "SELECT 1 SETTINGS readonly = 0",
        "SELECT 1 SETTINGS max_execution_time = 300",
        "WITH 1 AS x SELECT x SETTINGS limit = 5",
        "INSERT INTO categories (category_id) VALUES ('x')",
        "INSERT INTO FUNCTION url(ADDRESS, 'CSV', 'a String') SELECT 'x'",
        "INSERT INTO FUNCTION file('/tmp/desk-guard-outfile', 'CSV', 'a String') SELECT 'x'",
        "CREATE TABLE t ENGINE = Memory AS SELECT 1",
        "CREATE TEMPORARY TABLE t (a UInt8)",
        "CREATE FUNCTION f AS x -> x",
        "CREATE USER u",
        "GRANT ALL ON *.* TO chengmai_analyst",
        "ALTER TABLE categories DELETE WHERE 1",
        "DELETE FROM categories WHERE 1",
        "UPDATE categories SET name_en = 'x' WHERE 1",
        "ATTACH TABLE t",
        "DETACH TABLE categories",
        "OPTIMIZE TABLE categories",
        "BACKUP DATABASE chengmai TO File('/tmp/desk-guard-outfile')",
        "SYSTEM SHUTDOWN",
        "SYSTEM RELOAD CONFIG",
        "KILL QUERY WHERE 1",
        "EXECUTE AS chengmai_admin SELECT * FROM accounts",
        "BEGIN TRANSACTION",
        // Several in one, and what looks like one
        "SELECT 1; SELECT 2",
        "SELECT 1;/**/DROP TABLE categories",
        "SELECT 1 /* ; */ ; DROP TABLE categories",
        "SELECT 1 -- x\n; DROP TABLE categories",
        "SELECT 1 # x\n; DROP TABLE categories",
        "SELECT '\\'; DROP TABLE categories; --",
        "SELECT $x$;$x$; DROP TABLE categories",
        "SELECT 1\u0000; DROP TABLE categories",
        "SELECT 1 PARALLEL WITH DROP TABLE categories",
        "\uFEFFSELECT * FROM accounts",
        "SELECT\u00A0*\u2003FROM\u3000accounts",
        "SELECT \uFF0A FROM accounts"
      })
  void itIsRefusedAndNothingIsReached(String statement) throws IOException {
    assertThat(desk.askWith(statement)).isPresent();
    assertThat(Files.readString(desk.directory().resolve("secret.txt"))).hasLineCount(1);
    assertThat(Files.exists(java.nio.file.Path.of("/tmp/desk-guard-outfile"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count() FROM categories",
        "WITH 1 AS x SELECT x, ';' -- ; DROP TABLE categories",
        "SELECT * FROM {c:Identifier}",
        "SELECT {s:String} AS file_name",
        "EXPLAIN SELECT * FROM categories",
        "DESCRIBE TABLE categories",
        "SELECT number FROM numbers(10)",
        // Of these the engine takes what the analyst may read; the secret is looked for.
        "SELECT * FROM merge('chengmai', '^(accounts|audit_log|categories)$')",
        "SELECT * FROM values('a String', 'x')",
        "SHOW TABLES"
      })
  void whatIsOneQuestionRuns(String statement) {
    assertThat(desk.askWith(statement)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whatFuzzingFoundStaysMended() {
    return KeptInputs.tests(List.of(desk));
  }

  @Test
  void aQuotaThatIsUsedUpIsNamedAndIsNobodyElses() {
    String key = "desk-guard-test";
    desk.use(key, "SELECT number FROM numbers(5000000) FORMAT Null", 4);
    Optional<Refusal> refusal = desk.askFor(key, "SELECT number FROM numbers(10)");
    assertThat(refusal).hasValueSatisfying(r -> assertThat(r.key()).isEqualTo("quota"));
    DeskLimits limits = new DeskLimits(10, 10);
    assertThat(new RunAnswer(Messages.of(Language.ENGLISH)).sentence(refusal.get(), limits))
        .contains("20,000,000 rows of results an hour");
    assertThat(new RunAnswer(Messages.of(Language.CHINESE)).sentence(refusal.get(), limits))
        .contains("每小时 20,000,000 行结果的配额已用完");
    assertThat(desk.askFor(key + "-2", "SELECT number FROM numbers(10)")).isEmpty();
  }
}

package city.chengmai.ingest.backup;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.schema.Migration;
import city.chengmai.datasets.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A backup of an older schema, whole and damaged, restored into a server named by settings. */
@TestInstance(Lifecycle.PER_CLASS)
class OldBackupIT {

  private final StringBuilder said = new StringBuilder();
  private Path directory;
  private Path backup;

  @BeforeAll
  void backUpAnOlderStore(@TempDir Path given) throws IOException {
    directory = given;
    Path data = directory.resolve("old");
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(data.resolve("clickhouse"));
        ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      for (Table later :
          List.of(
              Table.SAVED_QUERIES,
              Table.QUERY_REMARKS,
              Table.QUERY_ENDPOINTS,
              Table.STORE_RESTORES,
              Table.ROLL_OFFS)) {
        admin.execute("DROP TABLE " + later.tableName() + " SYNC");
      }
      admin.execute(
          "ALTER TABLE schema_migrations DELETE WHERE number >= 20 SETTINGS mutations_sync = 2");
      admin.execute(
          "INSERT INTO accounts (account, version) SELECT 'person-' || toString(number), 1 FROM"
              + " numbers(3)");
      admin.execute("INSERT INTO audit_log (entry_id) SELECT toString(number) FROM numbers(5)");
    }
    backup = directory.resolve("backup");
    assertThat(run("backup", "--to", backup.toString(), "--data", data.toString())).isZero();
  }

  @Test
  void itMigratesOnwardAndIsRefusedWhereSomethingIs() {
    Path store = directory.resolve("server");
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(store);
        ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      List<String> into = into(engine, store);
      assertThat(restore(backup, into)).as("%s", said).isZero();
      assertThat(admin.scalar("SELECT count() FROM accounts FINAL")).isEqualTo("3");
      assertThat(admin.scalar("SELECT count() FROM audit_log")).isEqualTo("5");
      assertThat(Table.QUERY_ENDPOINTS.columns(admin)).isNotEmpty();
      assertThat(admin.scalar("SELECT count() FROM schema_migrations FINAL"))
          .isEqualTo(Migration.all().size() + "");
      assertThat(admin.scalar("SELECT count() FROM system.databases WHERE name LIKE 'chengmai_%'"))
          .isEqualTo("0");
      assertThat(restore(backup, into)).isEqualTo(2);
      assertThat(said).contains("nothing was restored", "tables", "empty store only");
    }
  }

  @Test
  void aDamagedOneIsRefusedWithWhatIsWrong() throws IOException {
    Path changed = copy("changed");
    Path victim = largest(changed.resolve("tables"));
    byte[] bytes = Files.readAllBytes(victim);
    bytes[bytes.length / 2] ^= 1;
    Files.write(victim, bytes);
    assertRefused(changed, changed.relativize(victim) + " has other content than was written");

    Path missing = copy("missing");
    Files.delete(missing.resolve("tables/.backup"));
    assertRefused(missing, "tables/.backup is missing");

    Path more = copy("more");
    Files.writeString(more.resolve("tables/extra.bin"), "x");
    assertRefused(more, "tables/extra.bin does not belong to it");

    Path edited = copy("edited");
    Path manifest = edited.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 3", "\"rows\" : 4"));
    assertRefused(edited, "manifest.json has SHA-256");

    Path unfinished = copy("unfinished");
    Files.delete(unfinished.resolve("manifest.json"));
    assertRefused(unfinished, "there is no manifest");
  }

  @Test
  void aNewerOneAndOtherRowsThanCountedAreRefused() throws IOException {
    Path newer = copy("newer");
    reseal(
        newer,
        text ->
            text.replace("0019_record_steps", "0919_x")
                .replace("\"number\" : 19,", "\"number\" : 919,"));
    assertRefused(newer, 2, "0919_x", "does not know");
    Path other = copy("other");
    reseal(other, text -> text.replace("\"rows\" : 3", "\"rows\" : 4"));
    Path store = directory.resolve("compared");
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(store);
        ClickHouseClient admin = new ClickHouseClient(engine.admin().withDatabase("default"))) {
      assertThat(restore(other, into(engine, store))).isEqualTo(3);
      assertThat(said)
          .contains("table=accounts, rows=4", "table=accounts, rows=3", "dropped again");
      assertThat(admin.scalar("SELECT count() FROM system.databases WHERE name LIKE 'chengmai%'"))
          .isEqualTo("0");
    }
  }

  private void assertRefused(Path from, String what) {
    assertRefused(from, 3, what);
  }

  private void assertRefused(Path from, int code, String... what) {
    Path nowhere = directory.resolve("nowhere");
    assertThat(run("restore", "--from", from.toString(), "--data", nowhere.toString()))
        .isEqualTo(code);
    assertThat(said).contains(what);
    assertThat(nowhere).doesNotExist();
  }

  private int restore(Path from, List<String> into) {
    return run(
        Stream.concat(Stream.of("restore", "--from", from.toString()), into.stream())
            .toArray(String[]::new));
  }

  private List<String> into(EmbeddedClickHouse engine, Path store) {
    Map<String, String> environment = engine.environment();
    return List.of(
        "--exchange",
        EmbeddedClickHouse.backupDirectory(store).toString(),
        "--set",
        "clickhouse.url=" + environment.get("CLICKHOUSE_URL"),
        "--set",
        "clickhouse.admin-password=" + environment.get("CLICKHOUSE_ADMIN_PASSWORD"),
        "--set",
        "ingest.data-directory=" + directory.resolve("server-ingest"));
  }

  private Path copy(String name) throws IOException {
    Path copy = directory.resolve(name);
    FileTree.copy(backup, copy, path -> true);
    return copy;
  }

  private static void reseal(Path backup, UnaryOperator<String> edit) throws IOException {
    Path manifest = backup.resolve("manifest.json");
    Files.writeString(manifest, edit.apply(Files.readString(manifest)));
    Files.writeString(backup.resolve("manifest.sha256"), FileTree.sha256(manifest));
  }

  private static Path largest(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .max((one, two) -> Long.compare(one.toFile().length(), two.toFile().length()))
          .orElseThrow();
    }
  }

  private int run(String... arguments) {
    said.setLength(0);
    return Commands.run(said, List.of(arguments));
  }
}

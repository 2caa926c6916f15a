package city.chengmai.datasets.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.InsertBlock;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClickHouseIT {
  @TempDir Path directory;

  @Test
  void acknowledgedRowsSurvive_whenTheEngineIsKilled() throws InterruptedException {
    CountDownLatch restarted = new CountDownLatch(1);
    EngineListener listener =
        new EngineListener() {
          @Override
          public void restarted(long pid) {
            restarted.countDown();
          }
        };
    try (EmbeddedClickHouse engine =
            EmbeddedClickHouse.start(directory, EnginePorts.free(), listener).migrate();
        ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      insertCategories(writer, "{\"category_id\":\"a\"}\n{\"category_id\":\"b\"}\n");
      long killed = engine.pid();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      assertThat(restarted.await(2, TimeUnit.MINUTES)).isTrue();
      assertThat(engine.pid()).isNotEqualTo(killed);
      assertThat(engine.health().usable()).isTrue();
      assertThat(writer.scalar("SELECT count() FROM categories")).isEqualTo("2");
    }
  }

  @Test
  void dataAndPasswordsStay_whenStoppedAndStartedAgain() throws IOException {
    String password;
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      password = engine.writer().password();
      insertCategories(writer, "{\"category_id\":\"a\"}\n");
    }
    Path passwords = directory.resolve("clickhouse-passwords.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
        .isEqualTo("rw-------");
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(directory);
        ClickHouseClient reader = new ClickHouseClient(engine.reader())) {
      assertThat(engine.writer().password()).isEqualTo(password);
      assertThat(reader.scalar("SELECT count() FROM categories")).isEqualTo("1");
    }
  }

  @Test
  void secondStartNamesTheHolder() {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory)) {
      assertThat(engine.health().usable()).isTrue();
      assertThatThrownBy(() -> EmbeddedClickHouse.start(directory))
          .isInstanceOfSatisfying(
              StoreException.class,
              refused -> assertThat(refused.category()).isEqualTo(ErrorCategory.BAD_CONFIGURATION))
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("choose another data directory");
    }
  }

  @Test
  void takenPortIsNamed() {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(directory.resolve("one"))) {
      assertThatThrownBy(
              () ->
                  EmbeddedClickHouse.start(
                      directory.resolve("two"), engine.ports(), EngineListener.SILENT))
          .hasMessageContaining("127.0.0.1:" + engine.ports().http() + " is taken");
    }
  }

  @Test
  void engineEndsAndTheNextOneStarts_whenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingMain.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String[] said = parent.inputReader(StandardCharsets.UTF_8).readLine().split(" ", -1);
    ProcessHandle engine = ProcessHandle.of(Long.parseLong(said[0])).orElseThrow();
    EnginePorts ports = new EnginePorts(Integer.parseInt(said[1]), Integer.parseInt(said[2]));
    parent.destroyForcibly().waitFor();
    try (EmbeddedClickHouse next =
        EmbeddedClickHouse.start(directory, ports, EngineListener.SILENT)) {
      // It frees its lock a moment before its process is gone.
      assertThat(engine.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
      assertThat(next.health().usable()).isTrue();
    }
  }

  private static void insertCategories(ClickHouseClient writer, String rows) {
    writer.insert(
        InsertBlock.of(
            "categories",
            List.of("category_id"),
            "JSONEachRow",
            rows.getBytes(StandardCharsets.UTF_8)));
  }
}

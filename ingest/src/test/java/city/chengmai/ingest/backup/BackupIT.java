package city.chengmai.ingest.backup;

import static city.chengmai.ingest.TestEvents.event;
import static city.chengmai.ingest.TestEvents.reported;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.schema.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a run with its broker: while it is written to, and standing still. */
class BackupIT {

  private static final int CASES_BEFORE = 150;

  /** Written anew at each start, with the moment in it. */
  private static final Set<String> OF_THE_START =
      Set.of("areas", "categories", "cities", "feeds", "store_restores", "schema_migrations");

  @TempDir Path directory;

  private final StringBuilder said = new StringBuilder();

  @Test
  void whatWasLostComesBackOnceAndOnceOnly() throws Exception {
    Path data = directory.resolve("data");
    int port = LocalRun.freePort();
    Map<String, TableSum> all = backUpWhileWritten(data, port);
    Files.writeString(data.resolve("city.properties"), "city=test\n");
    assertThat(run("backup", data, port, "--to", directory.resolve("cold") + "")).isZero();
    assertKeepsNoSecrets(directory.resolve("cold"), data);

    assertThat(run("restore", data, port, "--from", directory.resolve("hot") + "")).isEqualTo(2);
    assertThat(said).contains("nothing was restored", "empty store only");

    FileTree.delete(data.resolve("clickhouse"));
    assertThat(run("restore", data, port, "--from", directory.resolve("hot") + ""))
        .as("%s", said)
        .isZero();
    try (LocalRun again = LocalRun.start(data, port)) {
      again.settle();
      assertSame(again.sums(), all);
      assertThat(again.scalar("SELECT state || toString(lost) FROM store_restores FINAL"))
          .isEqualTo("rewound0");
    }
    restoreElsewhere(data, port, all);
  }

  /** Everything: what came before, during and after the backup that is taken meanwhile. */
  private Map<String, TableSum> backUpWhileWritten(Path data, int port) throws Exception {
    try (LocalRun first = LocalRun.start(data, port)) {
      first.fillEveryTable();
      for (int i = 0; i < CASES_BEFORE; i++) {
        first.send(reported("before-" + i, i));
      }
      first.settle();
      long before = Long.parseLong(first.scalar("SELECT count() FROM events"));
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendUntil(done, first));
      assertThat(run("backup", data, port, "--to", directory.resolve("hot") + ""))
          .as("%s", said)
          .isZero();
      done.set(true);
      sender.join();
      first.settle();
      Manifest manifest = new BackupFolder(directory.resolve("hot")).open();
      long after = Long.parseLong(first.scalar("SELECT count() FROM events"));
      assertThat(rows(manifest, "events")).isBetween(before, after);
      assertThat(after).isGreaterThan(before);
      assertThat(manifest.bookmarks().positions()).isNotEmpty();
      assertThat(manifest.tables()).hasSize(Table.values().length);
      assertThat(manifest.tables())
          .filteredOn(sum -> !sum.table().equals("store_restores"))
          .allMatch(sum -> sum.rows() > 0);
      first.awaitSilentFeed();
      return first.sums();
    }
  }

  private static void sendUntil(AtomicBoolean done, LocalRun run) {
    for (int i = 0; i < 1_000 && !done.get(); i++) {
      run.send(reported("meanwhile-" + i, i % 600));
      LockSupport.parkNanos(500_000);
    }
  }

  /** On another machine, Kafka's files and all: a case that was open goes on. */
  private void restoreElsewhere(Path data, int port, Map<String, TableSum> all) throws Exception {
    Path other = directory.resolve("other");
    String cold = directory.resolve("cold") + "";
    assertThat(run("restore", other, port, "--from", cold)).isEqualTo(2);
    assertThat(said).contains("there is no pseudonym key");
    assertThat(other).doesNotExist();
    String key = data.resolve("ingest").resolve("pseudonym-key").toString();
    assertThat(run("restore", other, port, "--from", cold, "--pseudonym-key-file", key))
        .as("%s", said)
        .isZero();
    assertThat(other.resolve("city.properties")).hasContent("city=test");
    try (LocalRun moved = LocalRun.start(other, port)) {
      moved.settle();
      assertSame(moved.sums(), all);
      moved.send(reported("before-7", 7));
      moved.send(event(EventType.CASE_VERIFIED, "before-7", 50, "{}"));
      moved.settle();
      assertThat(moved.scalar("SELECT stage FROM cases WHERE case_id = 'before-7'"))
          .isEqualTo("verified");
      assertThat(moved.scalar("SELECT count() FROM events WHERE subject = 'before-7'"))
          .isEqualTo("2");
      assertThat(moved.scalar("SELECT state FROM store_restores FINAL")).isEqualTo("kafka-inside");
    }
  }

  private static void assertSame(Map<String, TableSum> found, Map<String, TableSum> expected) {
    Map<String, TableSum> left = new HashMap<>(found);
    Map<String, TableSum> right = new HashMap<>(expected);
    left.keySet().removeAll(OF_THE_START);
    right.keySet().removeAll(OF_THE_START);
    Backup.LEFT_OUT.forEach(right::remove);
    Backup.LEFT_OUT.forEach(left::remove);
    assertThat(left).isEqualTo(right);
  }

  private static long rows(Manifest manifest, String table) {
    return manifest.tables().stream()
        .filter(sum -> sum.table().equals(table))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  private static void assertKeepsNoSecrets(Path backup, Path data) throws IOException {
    String key = Files.readString(data.resolve("ingest").resolve("pseudonym-key")).strip();
    String passwords =
        Files.readString(data.resolve("clickhouse").resolve("clickhouse-passwords.properties"));
    String password = passwords.lines().findFirst().orElseThrow().split("=", 2)[1];
    try (Stream<Path> files = Files.walk(backup)) {
      for (Path file : files.toList()) {
        boolean folder = Files.isDirectory(file);
        if (!file.startsWith(backup.resolve("tables"))) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as("%s", file)
              .isEqualTo(folder ? "rwx------" : "rw-------");
        }
        if (!folder) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertThat(text).as("%s", file).doesNotContain(key, password);
        }
      }
    }
    assertThat(backup.resolve("files/ingest/streams")).doesNotExist();
    assertThat(backup.resolve("files/broker/meta.properties")).exists();
  }

  private int run(String command, Path data, int port, String... more) {
    said.setLength(0);
    List<String> arguments =
        Stream.concat(
                Stream.of(command, "--data", data.toString(), "--port", port + ""), Stream.of(more))
            .toList();
    return Commands.run(said, arguments);
  }
}

package city.chengmai.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements that stand back for others, in a real ClickHouse. */
class StoreIT {

  private static final String ASKED = "getSetting('os_threads_nice_value_query')";
  private static final int BY = 12;

  /** The capability to set how nice threads are, as a bit of a process's mask. */
  private static final int CAP_SYS_NICE = 23;

  private static EngineFixture engine;

  @BeforeAll
  static void start() {
    engine = new EngineFixture();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void clientsAndSparkAskForIt() {
    Store store = engine.store().standingBack(BY);
    try (ClickHouseClient client = store.client()) {
      assertThat(client.scalar("SELECT " + ASKED)).isEqualTo(String.valueOf(BY));
      assertThat(
              client.scalar(
                  ClickHouseQuery.of("SELECT " + ASKED).setting("os_threads_nice_value_query", 3)))
          .as("what a statement names itself")
          .isEqualTo("3");
    }
    Number read =
        new ClickHouseReader(engine.spark(), store, 2)
            .read("SELECT " + ASKED + " AS nice, 1 AS key", "key")
            .collectAsList()
            .get(0)
            .getAs("nice");
    assertThat(read.intValue()).isEqualTo(BY);
  }

  @Test
  void theThreadsOfAStatementAreAsNice() throws Exception {
    String counting = "SELECT sum(cityHash64(number)) FROM numbers(1000000000)";
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            () -> {
              try (ClickHouseClient client = engine.store().standingBack(BY).client()) {
                client.execute(counting);
              }
            });
    boolean seen = false;
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!seen && !asked.isDone() && System.nanoTime() < until) {
      seen = threadsAsNice(BY);
      Thread.sleep(5);
    }
    asked.join();
    assertThat(seen).isEqualTo(mayBeNice());
  }

  private static boolean threadsAsNice(int niceness) throws IOException {
    try (Stream<Path> threads =
        Files.list(Path.of("/proc", String.valueOf(engine.enginePid()), "task"))) {
      return threads.anyMatch(thread -> niceness(thread) == niceness);
    }
  }

  private static int niceness(Path thread) {
    try {
      String state = Files.readString(thread.resolve("stat"));
      return Integer.parseInt(state.substring(state.lastIndexOf(')') + 2).split(" ", -1)[16]);
    } catch (IOException ended) {
      return 0;
    }
  }

  private static boolean mayBeNice() throws IOException {
    String mask =
        Files.readAllLines(Path.of("/proc", String.valueOf(engine.enginePid()), "status")).stream()
            .filter(line -> line.startsWith("CapEff:"))
            .findFirst()
            .orElseThrow()
            .substring(7)
            .strip();
    return (Long.parseUnsignedLong(mask, 16) >> CAP_SYS_NICE & 1) == 1;
  }
}

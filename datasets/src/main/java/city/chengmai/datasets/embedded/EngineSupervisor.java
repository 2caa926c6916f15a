package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the engine's process, and again whenever it ends unasked, a little later each time. */
final class EngineSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration PREDECESSOR_LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration FIRST_DELAY = Duration.ofMillis(200);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final Duration STEADY = Duration.ofMinutes(5);

  private final EngineFiles files;
  private final Path library;
  private final ClickHouseEndpoint admin;
  private final EngineListener listener;
  private final Thread watcher;
  private volatile EngineProcess process;
  private volatile boolean closing;

  EngineSupervisor(
      EngineFiles files, Path library, ClickHouseEndpoint admin, EngineListener listener) {
    this.files = files;
    this.library = library;
    this.admin = admin;
    this.listener = listener;
    this.watcher = new Thread(this::watch, "clickhouse-supervisor");
    this.watcher.setDaemon(true);
  }

  void start(EnginePorts ports) throws IOException {
    try {
      awaitPredecessor();
      ports.requireFree();
      startOnce();
      watcher.start();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          ErrorCategory.STORE_UNAVAILABLE, "interrupted while ClickHouse started", interrupted);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.alive();
  }

  /** An engine whose parent was killed holds directory and ports while it closes its tables. */
  private void awaitPredecessor() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PREDECESSOR_LIMIT.toNanos();
    while (files.predecessorRuns() && System.nanoTime() < deadline) {
      Thread.sleep(POLL.toMillis());
    }
  }

  private void startOnce() throws IOException, InterruptedException {
    EngineProcess started = EngineProcess.spawn(library, files);
    process = started;
    try {
      awaitAnswer(started);
    } catch (RuntimeException | InterruptedException failed) {
      started.stop();
      throw failed;
    }
  }

  private void awaitAnswer(EngineProcess started) throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    try (ClickHouseClient client = new ClickHouseClient(admin)) {
      Health health = client.health();
      while (!health.usable()) {
        if (!started.alive() || closing) {
          throw notUp("its process ended", health);
        }
        if (System.nanoTime() > deadline) {
          throw notUp("it did not answer within " + START_LIMIT.toSeconds() + " s", health);
        }
        Thread.sleep(POLL.toMillis());
        health = client.health();
      }
    }
  }

  private StoreException notUp(String seen, Health health) {
    return new StoreException(
        ErrorCategory.STORE_UNAVAILABLE,
        "ClickHouse did not start on "
            + files.root()
            + ": "
            + seen
            + " ("
            + health.reason()
            + "); "
            + files.lastWords());
  }

  private void watch() {
    Duration delay = FIRST_DELAY;
    try {
      while (!closing) {
        long started = System.nanoTime();
        int exitCode = process.awaitEnd();
        boolean steady = System.nanoTime() - started > STEADY.toNanos();
        delay = steady ? FIRST_DELAY : delay;
        if (!closing) {
          delay = restart(exitCode, delay);
        }
      }
    } catch (InterruptedException closed) {
      LOG.debug("no longer watching ClickHouse on {}", files.root());
    }
  }

  private Duration restart(int exitCode, Duration delay) throws InterruptedException {
    LOG.warn(
        "ClickHouse on {} ended with code {}; starting it again in {} ms",
        files.root(),
        exitCode,
        delay.toMillis());
    listener.ended(exitCode, delay);
    Thread.sleep(delay.toMillis());
    try {
      startOnce();
      LOG.info("ClickHouse on {} answers again, process {}", files.root(), process.pid());
      listener.restarted(process.pid());
    } catch (IOException | StoreException failed) {
      LOG.error("ClickHouse on {} could not be started again", files.root(), failed);
    }
    Duration doubled = delay.multipliedBy(2);
    return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
  }

  @Override
  public void close() {
    closing = true;
    watcher.interrupt();
    try {
      watcher.join(START_LIMIT.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    process.stop();
  }
}

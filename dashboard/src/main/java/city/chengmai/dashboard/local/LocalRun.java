package city.chengmai.dashboard.local;

import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the parts in order and stops them in reverse order. {@link #prepare} and {@link #compute}
 * run on the launcher's thread, {@link #close} on any.
 */
public final class LocalRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalRun.class);
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

  private final LocalOptions options;
  private final RunBoard board;
  private final ServiceCommands commands;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private List<SupervisedService> served = List.of();
  private boolean closed;

  LocalRun(
      LocalOptions options, ServiceJars jars, RunBoard board, Map<String, String> environment) {
    this.options = options;
    this.board = board;
    this.commands = new ServiceCommands(jars, options.data(), options.ports(), environment);
  }

  /**
   * Starts ClickHouse, ours unless somebody set the address of another, and makes its tables.
   *
   * @throws PartFailedException when it does not come up
   */
  void prepare() {
    EngineStart start = new EngineStart(options.data(), options.ports(), board);
    Settings process = Settings.ofProcess(Map.of());
    if (process.isSet(SharedSettings.CLICKHOUSE_URL)) {
      board.enter(Part.LIBRARY, PartState.DONE);
      start.migrate(SharedSettings.admin(process));
      return;
    }
    EmbeddedClickHouse engine = start.engine();
    keep(engine);
    start.migrate(engine.admin());
  }

  /**
   * Replays the city and computes everything once.
   *
   * @throws PartFailedException when a part gives up
   */
  void compute() {
    SupervisedService broker = serve(commands.broker());
    broker.awaitReady(READY_WITHIN, List.of());
    SupervisedService ingest = serve(commands.ingest());
    ingest.awaitReady(READY_WITHIN, List.of(broker));
    served = List.of(broker, ingest);
    runOnce(commands.replay()).awaitDone(served);
    runOnce(commands.analyticsOnce()).awaitDone(served);
    board.showWall();
  }

  /** Keeps a live city going; the future ends when a part gives up. */
  CompletableFuture<Object> follow() {
    List<SupervisedService> all = new ArrayList<>(served);
    all.add(serve(commands.replayLive()));
    all.add(serve(commands.analyticsFollow()));
    return SupervisedService.anyFinished(all);
  }

  /** Stops everything, the last started first. Waits a bounded time for each. */
  @Override
  public void close() {
    Deque<AutoCloseable> toStop;
    synchronized (this) {
      closed = true;
      toStop = new ArrayDeque<>(started);
      started.clear();
    }
    toStop.forEach(LocalRun::stop);
  }

  private SupervisedService serve(ServiceCommand command) {
    return keep(SupervisedService.serve(command, RestartPolicy.standard(), board));
  }

  private SupervisedService runOnce(ServiceCommand command) {
    return keep(SupervisedService.runOnce(command, RestartPolicy.standard(), board));
  }

  private SupervisedService keep(SupervisedService service) {
    keep(() -> service.stop(STOP_WITHIN));
    return service;
  }

  private void keep(AutoCloseable part) {
    synchronized (this) {
      if (!closed) {
        started.push(part);
        return;
      }
    }
    stop(part);
    throw new RunStoppedException();
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      // The others still have to be stopped.
      LOG.warn("stopping did not go cleanly", e);
    }
  }
}

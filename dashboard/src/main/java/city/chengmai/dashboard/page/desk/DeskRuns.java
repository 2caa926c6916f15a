package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of all desks: starts them, watches them, stops those nobody looks at any more, forgets
 * results after a while. Thread-safe; owns its threads.
 */
final class DeskRuns implements AutoCloseable {

  /** Runs at the same time. */
  static final int MOST_AT_ONCE = 3;

  /** Runs that wait for one of these to end. */
  static final int MOST_WAITING = 12;

  private static final Logger LOG = LoggerFactory.getLogger(DeskRuns.class);
  private static final long WATCH_MILLIS = 500;

  private final StatementEngine engine;
  private final InstantSource clock;
  private final long mostBytesKept;
  private final Map<String, DeskRun> runs = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(MOST_AT_ONCE);
  private final ScheduledFuture<?> watching;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

  /**
   * No runs yet.
   *
   * @param clock real time, since browsers and servers live in it
   */
  DeskRuns(StatementEngine engine, InstantSource clock) {
    this(engine, clock, DeskLimits.MOST_BYTES_KEPT);
  }

  DeskRuns(StatementEngine engine, InstantSource clock, long mostBytesKept) {
    this.engine = engine;
    this.clock = clock;
    this.mostBytesKept = mostBytesKept;
    watching =
        watch.scheduleWithFixedDelay(
            this::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Starts a run, or lets it wait for its turn; one that the desk refuses by itself has ended when
   * this returns.
   */
  DeskRun start(DeskStatement statement, DeskLimits limits) {
    DeskRun run = new DeskRun(statement, limits, clock.instant());
    Optional<Refusal> refusal = refusal(statement.text());
    runs.put(run.id(), run);
    if (refusal.isPresent()) {
      end(run, new DeskOutcome.Refused(refusal.get()));
    } else {
      LOG.info("desk run {}: {}", run.id(), statement.text().strip().replaceAll("\\s+", " "));
      workers.execute(() -> work(run));
    }
    return run;
  }

  /** The run of this id; asking keeps it alive. */
  Optional<DeskRun> look(String id) {
    Optional<DeskRun> run = Optional.ofNullable(runs.get(id));
    run.ifPresent(found -> found.look(clock.instant()));
    return run;
  }

  /** Asks for a run to be stopped; it has an outcome once the server no longer knows it. */
  void stop(DeskRun run) {
    if (!run.requestStop()) {
      return;
    }
    if (run.begun()) {
      watch.execute(() -> engine.kill(run.id()));
    } else {
      end(run, new DeskOutcome.Refused(Refusal.byDesk("stopped", "")));
    }
  }

  private Optional<Refusal> refusal(String statement) {
    int statements = StatementText.count(statement);
    if (statements != 1) {
      return Optional.of(
          Refusal.byDesk(statements == 0 ? "empty" : "several", String.valueOf(statements)));
    }
    return running() >= MOST_AT_ONCE + MOST_WAITING
        ? Optional.of(Refusal.byDesk("busy", String.valueOf(MOST_AT_ONCE + MOST_WAITING)))
        : Optional.empty();
  }

  private long running() {
    return runs.values().stream().filter(run -> run.outcome().isEmpty()).count();
  }

  private void work(DeskRun run) {
    if (!run.begin(clock.instant())) {
      return;
    }
    try {
      end(run, engine.run(run));
    } catch (RefusedException e) {
      end(run, new DeskOutcome.Refused(e.refusal()));
    } catch (StoreException e) {
      end(run, new DeskOutcome.Refused(refusal(run, e)));
    } catch (RuntimeException | Error e) {
      // Errors too: whoever waits for a run that has no end would wait for ever.
      end(run, new DeskOutcome.Refused(Refusal.ofDefect(e, run.id())));
      LOG.warn("desk run {} failed", run.id(), e);
    }
  }

  private static Refusal refusal(DeskRun run, StoreException e) {
    if (run.stopping()) {
      return Refusal.byDesk("stopped", "");
    }
    return Refusal.from(e);
  }

  private void end(DeskRun run, DeskOutcome outcome) {
    run.end(outcome, clock.instant());
    forgetOldest();
  }

  private synchronized void forgetOldest() {
    long kept = runs.values().stream().mapToLong(DeskRun::bytes).sum();
    List<DeskRun> oldest =
        runs.values().stream()
            .filter(run -> run.bytes() > 0)
            .sorted(Comparator.comparing(DeskRun::startedAt))
            .toList();
    for (DeskRun run : oldest) {
      if (kept <= mostBytesKept) {
        return;
      }
      kept -= run.bytes();
      runs.remove(run.id());
      LOG.info("desk run {}: result forgotten, newer ones need its memory", run.id());
    }
  }

  private void watch() {
    try {
      Instant now = clock.instant();
      runs.values().removeIf(run -> old(run, now));
      runs.values().stream().filter(run -> run.outcome().isEmpty()).forEach(r -> watch(r, now));
    } catch (RuntimeException | Error e) {
      // A fault that gets away would end the watch for good.
      LOG.warn("watching desk runs failed, will try again: {}", String.valueOf(e));
    }
  }

  private void watch(DeskRun run, Instant now) {
    if (run.begun()) {
      engine.progress(run.id()).ifPresent(run::progress);
    }
    Duration patience = run.begun() ? DeskLimits.ABANDONED : DeskLimits.ABANDONED_WAITING;
    boolean abandoned = Duration.between(run.lookedAt(), now).compareTo(patience) > 0;
    if (abandoned && !run.stopping()) {
      LOG.info("desk run {}: nobody is looking, stopped", run.id());
      stop(run);
    }
    if (run.begun() && run.stopping()) {
      // Asked again every time: a query that was not yet known to the server cannot be killed.
      engine.kill(run.id());
    }
  }

  private static boolean old(DeskRun run, Instant now) {
    return run.endedAt()
        .filter(end -> Duration.between(end, now).compareTo(DeskLimits.KEPT) > 0)
        .isPresent();
  }

  @Override
  public void close() {
    runs.values().stream().filter(run -> run.outcome().isEmpty()).forEach(this::stop);
    watching.cancel(false);
    watch.shutdown();
    workers.shutdown();
  }
}

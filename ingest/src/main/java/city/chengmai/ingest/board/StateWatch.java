package city.chengmai.ingest.board;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.PartState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each part every second how it is, remembers since when, and writes disturbances down as soon
 * as ClickHouse takes them: its own outage, too, when it is over. Thread-safe.
 */
public final class StateWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateWatch.class);

  /** More than these are dropped, the oldest first: a memory that grows is worse than a gap. */
  private static final int MOST_UNWRITTEN = 1_000;

  private final Map<String, Supplier<Health>> parts;
  private final DisturbanceTable table;
  private final InstantSource clock;
  private final Map<String, PartState> states = new LinkedHashMap<>();
  private final Map<String, Disturbance> open = new LinkedHashMap<>();
  private final Deque<Disturbance> unwritten = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(StateWatch::daemon);
  private boolean predecessorEnded;

  /**
   * A watch that has not begun.
   *
   * @param parts what to ask; answers must come at once
   * @param client writes disturbances; the caller closes it
   * @param instance names this installation's process in the table
   * @param clock machine time
   */
  public StateWatch(
      Map<String, Supplier<Health>> parts,
      ClickHouseClient client,
      String instance,
      InstantSource clock) {
    this.parts = new LinkedHashMap<>(parts);
    this.table = new DisturbanceTable(client, instance);
    this.clock = clock;
  }

  /** Asks each second from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // it only ends with the timer
  public void start() {
    timer.scheduleWithFixedDelay(this::beat, 0, 1, TimeUnit.SECONDS);
  }

  /** How each part is now, asked now. */
  public synchronized List<PartState> states() {
    Instant now = clock.instant();
    parts.forEach((part, health) -> observe(part, health.get(), now));
    return new ArrayList<>(states.values());
  }

  private void beat() {
    try {
      states();
      write();
    } catch (StoreException notNow) {
      LOG.debug("disturbances are written later: {}", notNow.getMessage());
    } catch (RuntimeException defect) {
      LOG.error("the state of the parts could not be asked", defect);
    }
  }

  private void observe(String part, Health health, Instant now) {
    PartState before = states.get(part);
    if (before != null && before.health().state() == health.state()) {
      states.put(part, new PartState(part, health, before.since()));
      return;
    }
    states.put(part, new PartState(part, health, now));
    Disturbance ended = open.remove(part);
    if (ended != null) {
      add(ended.until(now));
    }
    if (health.state() != State.UP && before != null) {
      String state = health.state().name().toLowerCase(Locale.ROOT);
      Disturbance begun = new Disturbance(part, now, null, state, reason(health));
      open.put(part, begun);
      add(begun);
    }
  }

  // With its code in front, as pages in other languages need it.
  private static String reason(Health health) {
    if (health.code().isEmpty()) {
      return health.reason();
    }
    String about = String.join(", ", health.arguments());
    return health.code() + (about.isEmpty() ? "" : "(" + about + ")") + ": " + health.reason();
  }

  private void add(Disturbance disturbance) {
    unwritten.addLast(disturbance);
    if (unwritten.size() > MOST_UNWRITTEN) {
      unwritten.removeFirst();
    }
  }

  // Not under the lock: ClickHouse may take its time to say that it is away.
  private void write() {
    if (!predecessorEnded) {
      table.endOpenOnes(clock.instant());
      predecessorEnded = true;
    }
    Disturbance first = first();
    while (first != null) {
      table.write(first);
      remove(first);
      first = first();
    }
  }

  private synchronized Disturbance first() {
    return unwritten.peekFirst();
  }

  private synchronized void remove(Disturbance written) {
    unwritten.remove(written);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "state-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

package city.chengmai.ingest.room;

import city.chengmai.datasets.clickhouse.Health;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether there is room to keep what is accepted. Looks every two seconds and answers from memory.
 * Thread-safe.
 */
public final class DiskRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
  private static final int INTERVAL_SECONDS = 2;
  private static final int MEGABYTE_SHIFT = 20;

  /** More has to be free to go on than to stop, or intake would stop and go on all the time. */
  private static final double BACK = 1.1;

  private final LongSupplier free;
  private final LongSupplier reserve;
  private final AutoCloseable source;
  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DiskRoom::daemon);
  private volatile boolean full;
  private volatile long lastFree = Long.MAX_VALUE;

  /**
   * Room that nobody has looked at yet.
   *
   * @param free bytes that are free now; throws when they cannot be asked
   * @param reserve bytes below which intake stops; 0 never stops it
   * @param source closed with this
   */
  DiskRoom(LongSupplier free, LongSupplier reserve, AutoCloseable source) {
    this.free = free;
    this.reserve = reserve;
    this.source = source;
  }

  /**
   * Looks at the fullest disk of all brokers from now on.
   *
   * @param servers Kafka's address
   * @param reserve bytes below which intake stops; 0 never stops it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer, and catches what it meets
  public static DiskRoom watch(String servers, LongSupplier reserve) {
    BrokerDisks disks = new BrokerDisks(servers);
    DiskRoom room = new DiskRoom(disks::free, reserve, disks);
    room.timer.scheduleWithFixedDelay(room::attempt, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
    return room;
  }

  /** Room without end, for what is not watched. */
  public static DiskRoom unwatched() {
    return new DiskRoom(() -> Long.MAX_VALUE, () -> 0, () -> {});
  }

  /** Whether nothing more may be accepted. */
  public boolean full() {
    return full;
  }

  /** Tells of each change, and of the present state at once: true is full. */
  public void onChange(Consumer<Boolean> listener) {
    listeners.add(listener);
    listener.accept(full);
  }

  /** Degraded while intake is stopped. */
  public Health health() {
    if (!full) {
      return Health.UP;
    }
    long left = lastFree >> MEGABYTE_SHIFT;
    long kept = reserve.getAsLong() >> MEGABYTE_SHIFT;
    return Health.degraded(
            "a disk of Kafka has "
                + left
                + " MB left, less than the reserve of "
                + kept
                + " MB: nothing is accepted until there is room; what was accepted is kept")
        .because("kafka-disk-full", left, kept);
  }

  /** Looks now. */
  void look() {
    long bytes = free.getAsLong();
    lastFree = bytes;
    long least = reserve.getAsLong();
    boolean now = bytes < (full ? (long) (least * BACK) : least);
    if (now == full) {
      return;
    }
    full = now;
    if (now) {
      LOG.warn("{}", health().reason());
    } else {
      LOG.info(
          "there is room on Kafka's disks again ({} MB): intake goes on", bytes >> MEGABYTE_SHIFT);
    }
    listeners.forEach(listener -> listener.accept(now));
  }

  private void attempt() {
    try {
      look();
    } catch (RuntimeException away) {
      // Whether Kafka answers is told elsewhere; what was last known of its disks still counts.
      LOG.debug("the room on Kafka's disks could not be asked: {}", away.toString());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "disk-room");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      source.close();
    } catch (Exception alreadyGone) {
      LOG.debug("closing the room's source: {}", alreadyGone.toString());
    }
  }
}

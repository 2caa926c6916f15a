package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that does the same again and again, with a pause between the end of one round and the
 * beginning of the next. A daemon: it keeps no process alive.
 */
public final class RoundThread implements AutoCloseable {

  private final Runnable round;
  private final Duration pause;
  private final Duration patience;
  private final ScheduledExecutorService thread;

  /**
   * Nothing is done before {@link #start}.
   *
   * @param name of the thread
   * @param round must not throw: that would be the last round
   * @param patience how long {@link #close} waits for the round under way before it interrupts it
   */
  public RoundThread(String name, Runnable round, Duration pause, Duration patience) {
    this.round = requireNonNull(round, "round");
    this.pause = requireNonNull(pause, "pause");
    this.patience = requireNonNull(patience, "patience");
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** Begins the first round at once. */
  public void start() {
    Future<?> unused =
        thread.scheduleWithFixedDelay(round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Begins no further round, and waits for the one under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

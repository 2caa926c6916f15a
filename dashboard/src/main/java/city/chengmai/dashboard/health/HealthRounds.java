package city.chengmai.dashboard.health;

import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all parts again and again, on one thread of its own, and tells who follows. */
public final class HealthRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HealthRounds.class);
  private static final long PATIENCE_SECONDS = 5;

  /** Hears of each look, and may block. */
  @FunctionalInterface
  public interface Follower {

    /** Follows one look. */
    void follow(List<PartState> parts);
  }

  private final PartBoard board;
  private final List<Follower> followers;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread made = new Thread(task, "dashboard-health");
            made.setDaemon(true);
            return made;
          });

  /**
   * Rounds over this board; {@link #start} starts them.
   *
   * @param pause between two looks
   */
  public HealthRounds(PartBoard board, List<Follower> followers, Duration pause) {
    this.board = board;
    this.followers = List.copyOf(followers);
    this.pause = pause;
  }

  /** Begins the rounds. */
  public void start() {
    Future<?> unused =
        thread.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  // A look that failed must not end the rounds, nor one follower the others.
  private void round() {
    try {
      List<PartState> parts = board.look();
      followers.forEach(follower -> tell(follower, parts));
    } catch (RuntimeException e) {
      LOG.warn("looking at the parts failed and will be tried again: {}", e.getMessage(), e);
    }
  }

  private static void tell(Follower follower, List<PartState> parts) {
    try {
      follower.follow(parts);
    } catch (RuntimeException e) {
      LOG.debug("following the parts failed and will be tried again: {}", e.getMessage(), e);
    }
  }

  /** Waits for the round under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

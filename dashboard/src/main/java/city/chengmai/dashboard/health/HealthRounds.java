package city.chengmai.dashboard.health;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all parts again and again, on one thread of its own, and tells who follows. What fails
 * in this is a disturbed part itself, {@link PartBoard#WATCH}, unless it is the store that is away.
 */
public final class HealthRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HealthRounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Hears of each look, and may block. */
  @FunctionalInterface
  public interface Follower {

    /** Follows one look. */
    void follow(List<PartState> parts);
  }

  /**
   * What became of following a look.
   *
   * @param fault null when it succeeded
   * @param outage whether it failed because the store is away
   */
  private record Outcome(RuntimeException fault, boolean outage) {}

  private final FaultLog log = new FaultLog(LOG);
  private final PartBoard board;
  private final Map<String, Follower> followers;
  private final RoundThread thread;

  /**
   * Rounds over this board; {@link #start} starts them.
   *
   * @param followers by what they do, as the log names it
   * @param pause between two looks
   */
  public HealthRounds(PartBoard board, Map<String, Follower> followers, Duration pause) {
    this.board = board;
    this.followers = new LinkedHashMap<>(followers);
    this.thread = new RoundThread("dashboard-health", this::round, pause, PATIENCE);
  }

  /** Begins the rounds. */
  public void start() {
    thread.start();
  }

  // A look that failed must not end the rounds, nor one follower the others.
  void round() {
    try {
      List<PartState> parts = board.look();
      List<Outcome> outcomes = new ArrayList<>();
      followers.forEach((name, follower) -> outcomes.add(tell(name, follower, parts)));
      judge(outcomes);
    } catch (RuntimeException fault) {
      log.failed("looking at the parts", fault);
      board.observe(PartBoard.WATCH, failing(fault));
    }
  }

  private Outcome tell(String name, Follower follower, List<PartState> parts) {
    try {
      follower.follow(parts);
      log.succeeded(name);
      return new Outcome(null, false);
    } catch (RuntimeException fault) {
      boolean outage = FaultLog.isOutage(fault, PartBoard.storeAnswers(parts));
      if (outage) {
        LOG.debug("{} fails and will be tried again: {}", name, fault.getMessage(), fault);
      } else {
        log.failed(name, fault);
      }
      return new Outcome(fault, outage);
    }
  }

  // While the store is away nobody knows whether they would succeed.
  private void judge(List<Outcome> outcomes) {
    Optional<Outcome> refused =
        outcomes.stream().filter(one -> one.fault() != null && !one.outage()).findFirst();
    if (refused.isPresent()) {
      board.observe(PartBoard.WATCH, failing(refused.get().fault()));
    } else if (outcomes.stream().noneMatch(Outcome::outage)) {
      board.observe(PartBoard.WATCH, Health.UP);
    }
  }

  private static Health failing(RuntimeException fault) {
    return Health.degraded("self-observation fails: " + Health.line(fault.getMessage()))
        .because("watch-failed", FaultLog.kind(fault));
  }

  /** Waits for the round under way. */
  @Override
  public void close() {
    thread.close();
  }
}

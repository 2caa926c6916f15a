package city.chengmai.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a dead stream thread is replaced: ten times in ten minutes. A fault that comes back
 * each time is for a supervisor and a person, not for an endless loop. Thread-safe.
 */
final class ReplacementBudget {

  static final int REPLACEMENTS = 10;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Deque<Instant> taken = new ArrayDeque<>();

  ReplacementBudget(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one more replacement is allowed now; if so, it is counted. */
  synchronized boolean take() {
    Instant now = clock.instant();
    while (!taken.isEmpty() && taken.peekFirst().plus(WINDOW).isBefore(now)) {
      taken.removeFirst();
    }
    return taken.size() < REPLACEMENTS && taken.add(now);
  }
}

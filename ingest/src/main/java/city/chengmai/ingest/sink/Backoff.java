package city.chengmai.ingest.sink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: doubling up to a limit, each a random part between half and all
 * of it, so that several sinks do not come back at once. Not thread-safe.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private Duration next = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    Duration whole = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return Duration.ofNanos((long) (whole.toNanos() * (0.5 + random.nextDouble() / 2)));
  }

  void reset() {
    next = FIRST;
  }
}

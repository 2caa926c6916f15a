package city.chengmai.dashboard.notify;

import java.time.Duration;
import java.util.Optional;

/**
 * When a message is tried again: after a first pause that doubles with every try, up to an hour.
 *
 * @param first pause after the first try
 * @param attempts tries in all, at least 1
 */
record Backoff(Duration first, int attempts) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  /** The pause after a try that failed; empty to give up. */
  Optional<Duration> after(int attempt) {
    if (attempt >= attempts) {
      return Optional.empty();
    }
    Duration pause = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, attempt - 1));
    return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }
}

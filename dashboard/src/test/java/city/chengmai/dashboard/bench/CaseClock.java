package city.chengmai.dashboard.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** When the n-th case was accepted, so that a count on the wall tells how old it is. */
final class CaseClock {

  private final ConcurrentSkipListMap<Long, Long> accepted = new ConcurrentSkipListMap<>();

  void accepted(long count) {
    accepted.put(count, System.nanoTime());
  }

  /** Nanoseconds since the case that made this count was accepted; below 0 when none did. */
  long ageOf(long count) {
    Map.Entry<Long, Long> entry = accepted.floorEntry(count);
    return entry == null || entry.getKey() != count ? -1 : System.nanoTime() - entry.getValue();
  }
}

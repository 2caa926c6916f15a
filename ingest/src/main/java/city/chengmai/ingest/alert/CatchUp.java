package city.chengmai.ingest.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the stream has caught up, so that silence means that nothing happened. Two things say
 * that it has not:
 *
 * <ul>
 *   <li>A record lay in Kafka for more than {@link #SETTLED}: this service is behind, and whatever
 *       ends a cause may still be waiting. Nothing is raised.
 *   <li>An event came in more than {@link #HISTORY} after it happened: somebody replays the past.
 *       What such events touched last is not judged until no more of them come; what came in time
 *       is, so that the import of an old file does not stop the clocks of a live city.
 * </ul>
 *
 * Both end when none came for {@link #SETTLED} of real time. Not thread-safe; kept in memory, a
 * restart begins as not caught up.
 */
final class CatchUp {

  /** Real time without a sign of backlog. */
  static final Duration SETTLED = Duration.ofSeconds(5);

  /** City time after which an event counts as past. */
  static final Duration HISTORY = Duration.ofHours(6);

  /** As much as the clocks of broker and service may differ. */
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(1);

  private long skew = LARGEST_SKEW.toMillis();
  private long lastWaited;
  private long lastHistory;

  /** Starts as behind. */
  CatchUp(long realMillis) {
    lastWaited = realMillis;
    lastHistory = realMillis;
  }

  /** Whether an event that happened then is past when it comes in now, both in city time. */
  static boolean isHistory(Instant happened, Instant now) {
    return happened.plus(HISTORY).isBefore(now);
  }

  /** Takes note of a record that was written to Kafka then. */
  void arrived(long storedMillis, long realMillis, boolean history) {
    long waited = realMillis - storedMillis;
    // The shortest wait seen is what the two machines' clocks differ by.
    skew = Math.min(skew, waited);
    if (waited - skew > SETTLED.toMillis()) {
      lastWaited = realMillis;
    }
    if (history) {
      lastHistory = realMillis;
    }
  }

  boolean isCurrent(long realMillis) {
    return realMillis - lastWaited >= SETTLED.toMillis();
  }

  boolean isHistoryOver(long realMillis) {
    return realMillis - lastHistory >= SETTLED.toMillis();
  }
}

package city.chengmai.ingest.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When each device was heard last, in memory: its watch is written only when a twentieth of its
 * interval has passed since, for devices talk all the time. After a crash a device may therefore
 * count as silent a twentieth too early. Not thread-safe.
 */
final class DeviceSightings {

  private static final int STEPS = 20;

  private static final class Seen {
    private Instant written;
    private Instant newest;
    private Watch watch;
  }

  private final Map<String, Seen> devices = new HashMap<>();

  /** Takes a sighting; whether the watch must be written now. */
  boolean heard(String key, Instant at, Watch watch, Duration interval) {
    Seen seen = devices.computeIfAbsent(key, name -> new Seen());
    if (seen.newest != null && !at.isAfter(seen.newest)) {
      return false;
    }
    seen.newest = at;
    seen.watch = watch;
    boolean write =
        seen.written == null
            || Duration.between(seen.written, at).compareTo(interval.dividedBy(STEPS)) >= 0;
    seen.written = write ? at : seen.written;
    return write;
  }

  /** A watch newer than the written one, which is what counts from now on; null when none is. */
  Watch newer(String key) {
    Seen seen = devices.get(key);
    if (seen == null || seen.written.equals(seen.newest)) {
      return null;
    }
    seen.written = seen.newest;
    return seen.watch;
  }

  /** The device has an alert now: its next sign of life is written at once. */
  void forget(String key) {
    devices.remove(key);
  }
}

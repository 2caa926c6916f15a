package city.chengmai.dashboard.http;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests somebody may make; one dashboard counts for itself. Thread-safe. */
final class Rates {

  private static final int MOST = 20_000;
  private static final int OF_ADDRESS = 20;
  private static final int STRANGERS_SHARE = 4;

  private final int perMinute;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** Rates of so many requests a minute for a session or screen. */
  Rates(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Whether an address may ask at all: many sessions may share it. */
  boolean ofAddress(String address) {
    return takes("address " + address, perMinute * (long) OF_ADDRESS);
  }

  /** Whether somebody may ask once more. */
  boolean ofVisitor(String name) {
    return takes("visitor " + name, perMinute);
  }

  /** Whether somebody unknown may ask once more. */
  boolean ofStranger(String address) {
    return takes("stranger " + address, perMinute / STRANGERS_SHARE);
  }

  private boolean takes(String key, long most) {
    if (buckets.size() >= MOST) {
      buckets.clear();
    }
    return buckets.computeIfAbsent(key, any -> bucket(most)).tryConsume(1);
  }

  private static Bucket bucket(long most) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
        .build();
  }
}

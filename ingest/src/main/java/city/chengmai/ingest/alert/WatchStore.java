package city.chengmai.ingest.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Watches by key, with an index by the moment at which time changes them. Both lie in one store, so
 * one changelog keeps them.
 *
 * <pre>
 *   w/KEY            the watch
 *   l/MOMENT/KEY     index of what is live
 *   h/MOMENT/KEY     index of what came in as history, asked only when no more of that comes
 * </pre>
 */
final class WatchStore {

  private static final byte[] ENTRY = {1};
  private static final String WATCH = "w/";
  private static final String LIVE = "l/";
  private static final String HISTORY = "h/";
  private static final int MOMENT_DIGITS = 16;

  private final KeyValueStore<String, byte[]> store;

  WatchStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** The watch of this key, null when there is none. */
  Watch get(String key) {
    byte[] bytes = store.get(WATCH + key);
    return bytes == null ? null : WatchCodec.decode(bytes);
  }

  /** Replaces a watch; either may be null. A watch without clocks is not kept. */
  void replace(String key, Watch before, Watch after) {
    String old = before == null ? null : index(key, before);
    boolean keeps = after != null && !after.clocks().isEmpty();
    String next = keeps ? index(key, after) : null;
    if (old != null && !old.equals(next)) {
      store.delete(old);
    }
    if (next != null && !next.equals(old)) {
      store.put(next, ENTRY);
    }
    if (keeps) {
      store.put(WATCH + key, WatchCodec.encode(after));
    } else if (before != null) {
      store.delete(WATCH + key);
    }
  }

  /** Keys of watches that time has changed by now, earliest first, at most so many. */
  List<String> due(Instant now, boolean history, int limit) {
    String prefix = history ? HISTORY : LIVE;
    List<String> keys = new ArrayList<>();
    // '~' sorts behind the '/' that ends a moment.
    try (KeyValueIterator<String, byte[]> entries = store.range(prefix, prefix + text(now) + '~')) {
      while (entries.hasNext() && keys.size() < limit) {
        KeyValue<String, byte[]> entry = entries.next();
        keys.add(entry.key.substring(prefix.length() + MOMENT_DIGITS + 1));
      }
    }
    return keys;
  }

  private static String index(String key, Watch watch) {
    return watch
        .next()
        .map(moment -> (watch.history() ? HISTORY : LIVE) + text(moment) + '/' + key)
        .orElse(null);
  }

  private static String text(Instant moment) {
    return String.format(Locale.ROOT, "%016x", Math.max(0, moment.toEpochMilli()));
  }
}

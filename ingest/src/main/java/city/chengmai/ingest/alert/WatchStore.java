package city.chengmai.ingest.alert;

import city.chengmai.ingest.commit.HeldStore;
import city.chengmai.ingest.commit.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

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
  private static final HexFormat HEX = HexFormat.of();

  private final HeldStore<Watch> store;

  WatchStore(HeldStore<Watch> store) {
    this.store = store;
  }

  static StoreBuilder<HeldStore<Watch>> builder(String name, boolean inMemory) {
    return HeldStore.builder(name, inMemory, new Indexed());
  }

  /** The watch of this key, null when there is none. */
  Watch get(String key) {
    return store.get(key);
  }

  /** Keeps a watch; one without clocks is not kept. */
  void put(String key, Watch watch) {
    store.put(key, watch.clocks().isEmpty() ? null : watch);
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

  private static String text(Instant moment) {
    return HEX.toHexDigits(Math.max(0, moment.toEpochMilli()));
  }

  /** A watch and the entry of the index that belongs to it. */
  private static final class Indexed implements Shelf<Watch> {

    @Override
    public Watch read(KeyValueStore<String, byte[]> store, String key) {
      byte[] bytes = store.get(WATCH + key);
      return bytes == null ? null : WatchCodec.decode(bytes);
    }

    @Override
    public void write(
        KeyValueStore<String, byte[]> store, String key, Watch stored, Watch current) {
      String old = index(key, stored);
      String next = index(key, current);
      if (old != null && !old.equals(next)) {
        store.delete(old);
      }
      if (next != null && !next.equals(old)) {
        store.put(next, ENTRY);
      }
      store.put(WATCH + key, current == null ? null : WatchCodec.encode(current));
    }

    private static String index(String key, Watch watch) {
      Instant next = watch == null ? null : watch.next().orElse(null);
      return next == null ? null : (watch.history() ? HISTORY : LIVE) + text(next) + '/' + key;
    }
  }
}

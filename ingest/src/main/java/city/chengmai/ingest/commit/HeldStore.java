package city.chengmai.ingest.commit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * Holds the objects that were used since the last commit and writes those that changed with the
 * next one, as part of its transaction: an entity whose events come close together is decoded,
 * encoded and sent to the changelog once, and what came and went in between leaves no trace. Used
 * by one stream thread.
 *
 * <p>Kafka Streams tells stores that look like its own cache of every commit just before it; there
 * is no public way to hear of it.
 *
 * <p>A restart reads what was written, so an object must be equal to what its bytes say.
 *
 * @param <V> the object, immutable or an array that nobody changes
 */
public final class HeldStore<V>
    extends WrappedStateStore<KeyValueStore<String, byte[]>, String, byte[]> {

  /** Bounds the memory of one partition: so many objects are held at most. */
  static final int MOST = 5_000;

  private static final class Slot<V> {
    private final String key;
    private V stored;
    private V current;
    private boolean changed;

    Slot(String key, V stored) {
      this.key = key;
      this.stored = stored;
      this.current = stored;
    }
  }

  private final Shelf<V> shelf;
  private final Map<String, Slot<V>> held = new HashMap<>();
  private final List<Slot<V>> changed = new ArrayList<>();

  private HeldStore(KeyValueStore<String, byte[]> store, Shelf<V> shelf) {
    super(store);
    this.shelf = shelf;
  }

  /**
   * Builds stores of this name.
   *
   * @param inMemory keep it in memory instead of on disk; its changelog holds it anyway
   */
  public static <V> StoreBuilder<HeldStore<V>> builder(
      String name, boolean inMemory, Shelf<V> shelf) {
    var supplier =
        inMemory ? Stores.inMemoryKeyValueStore(name) : Stores.persistentKeyValueStore(name);
    var inner =
        Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray())
            .withCachingDisabled();
    return new HeldStoreBuilder<>(inner, store -> new HeldStore<>(store, shelf));
  }

  /** The object of this key, null when there is none. */
  public V get(String key) {
    return slot(key).current;
  }

  /** Keeps an object; null removes it. */
  public void put(String key, V value) {
    Slot<V> slot = slot(key);
    slot.current = value;
    if (!slot.changed) {
      slot.changed = true;
      changed.add(slot);
    }
  }

  /** What the store holds between two of its own keys, with everything written that changed. */
  public KeyValueIterator<String, byte[]> range(String from, String to) {
    writeAll();
    return wrapped().range(from, to);
  }

  @Override
  public void flushCache() {
    writeAll();
  }

  @Override
  public void clearCache() {
    forget();
  }

  @Override
  public void close() {
    forget();
    super.close();
  }

  private Slot<V> slot(String key) {
    Slot<V> slot = held.get(key);
    if (slot == null) {
      if (held.size() >= MOST) {
        writeAll();
        forget();
      }
      slot = new Slot<>(key, shelf.read(wrapped(), key));
      held.put(key, slot);
    }
    return slot;
  }

  private void writeAll() {
    for (Slot<V> slot : changed) {
      if (slot.stored != null || slot.current != null) {
        shelf.write(wrapped(), slot.key, slot.stored, slot.current);
      }
      slot.stored = slot.current;
      slot.changed = false;
    }
    changed.clear();
  }

  private void forget() {
    held.clear();
    changed.clear();
  }
}

package city.chengmai.ingest.commit;

import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How objects lie in a store of bytes.
 *
 * @param <V> the object
 */
public interface Shelf<V> {

  /** The object of this key, null when there is none. */
  V read(KeyValueStore<String, byte[]> store, String key);

  /**
   * Writes a changed object.
   *
   * @param stored what the store holds, null for nothing
   * @param current what it is to hold, null for nothing
   */
  void write(KeyValueStore<String, byte[]> store, String key, V stored, V current);

  /** Bytes under their own key. */
  static Shelf<byte[]> ofBytes() {
    return new Shelf<>() {
      @Override
      public byte[] read(KeyValueStore<String, byte[]> store, String key) {
        return store.get(key);
      }

      @Override
      public void write(
          KeyValueStore<String, byte[]> store, String key, byte[] stored, byte[] current) {
        store.put(key, current);
      }
    };
  }
}

package city.chengmai.ingest.commit;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds what it is told around a store with a changelog and without a cache of its own. */
final class HeldStoreBuilder<V> implements StoreBuilder<HeldStore<V>> {

  private final StoreBuilder<KeyValueStore<String, byte[]>> inner;
  private final Function<KeyValueStore<String, byte[]>, HeldStore<V>> around;

  HeldStoreBuilder(
      StoreBuilder<KeyValueStore<String, byte[]>> inner,
      Function<KeyValueStore<String, byte[]>, HeldStore<V>> around) {
    this.inner = inner;
    this.around = around;
  }

  @Override
  public HeldStore<V> build() {
    return around.apply(inner.build());
  }

  @Override
  public StoreBuilder<HeldStore<V>> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<HeldStore<V>> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<HeldStore<V>> withLoggingEnabled(Map<String, String> config) {
    inner.withLoggingEnabled(config);
    return this;
  }

  @Override
  public StoreBuilder<HeldStore<V>> withLoggingDisabled() {
    inner.withLoggingDisabled();
    return this;
  }

  @Override
  public Map<String, String> logConfig() {
    return inner.logConfig();
  }

  @Override
  public boolean loggingEnabled() {
    return inner.loggingEnabled();
  }

  @Override
  public String name() {
    return inner.name();
  }
}

package city.chengmai.ingest.gateway.key;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of the key file, read again when its text changes. A file that breaks while running
 * leaves the sources as they were, and shows in {@link #health()}. Thread-safe.
 */
public final class KeyRing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  private final KeyFile file;
  private final Thread watcher = new Thread(this::watch, "gateway-keys");
  private volatile List<Source> sources = List.of();
  private volatile Health health = Health.UP;
  private String text = "";

  private final Duration every;

  private KeyRing(KeyFile file, Duration every) {
    this.file = file;
    this.every = every;
  }

  /** Reads the file now, and looks at it again every so often. */
  public static KeyRing watch(KeyFile file, Duration every) {
    KeyRing ring = new KeyRing(file, every);
    ring.read();
    ring.watcher.setDaemon(true);
    ring.watcher.start();
    return ring;
  }

  /** The source whose key this is. Takes the same time whichever it is. */
  public Optional<Source> holderOf(String key) {
    byte[] hash = ApiKey.hash(key);
    Source holder = null;
    for (Source source : sources) {
      holder = source.has(hash) ? source : holder;
    }
    return Optional.ofNullable(holder);
  }

  /** How many sources have a key. */
  public int size() {
    return sources.size();
  }

  /** Degraded while the file does not say what it should; the last good one counts until then. */
  public Health health() {
    return health;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(every.toMillis());
        readAgain();
      }
    } catch (InterruptedException e) {
      LOG.debug("the key file is not looked at any more");
    }
  }

  private void readAgain() {
    try {
      read();
      health = Health.UP;
    } catch (RuntimeException e) {
      if (health.usable() && health.reason().isEmpty()) {
        LOG.warn("{}; what it said before still counts", e.getMessage());
      }
      health =
          Health.degraded(e.getMessage() + "; what it said before still counts")
              .because("keys-unusable", file.path());
    }
  }

  private synchronized void read() {
    String fresh = file.text();
    if (!fresh.equals(text)) {
      sources = renew(file.rules(fresh));
      text = fresh;
      LOG.info("{} sources have a key for the gateway, says {}", sources.size(), file.path());
    }
  }

  private List<Source> renew(List<SourceRules> rules) {
    Map<String, Source> before = new LinkedHashMap<>();
    sources.forEach(source -> before.put(source.name(), source));
    return rules.stream()
        .map(
            rule ->
                before.containsKey(rule.name())
                    ? before.get(rule.name()).with(rule)
                    : Source.fresh(rule))
        .toList();
  }
}

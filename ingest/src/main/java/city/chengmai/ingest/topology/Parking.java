package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Where events of one partition wait for what has to come before them (乱序暂存). The store survives a
 * restart; an index in memory spares it the question whether anything waits for an entity, which is
 * almost always answered with no. Used by one stream thread.
 */
final class Parking {

  private static final char END_OF_KEY = '\0';

  private final KeyValueStore<String, byte[]> store;
  private final ParkingLimits limits;
  private final IntakeMetrics metrics;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int events;

  /** Counts what the store holds. */
  Parking(KeyValueStore<String, byte[]> store, ParkingLimits limits, IntakeMetrics metrics) {
    this.store = store;
    this.limits = limits;
    this.metrics = metrics;
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        count(entity(all.next().key), 1);
      }
    }
  }

  /** What waits for this entity, by time. */
  List<Parked> of(String stateKey) {
    if (stateKey == null || !waiting.containsKey(stateKey)) {
      return List.of();
    }
    List<Parked> found = new ArrayList<>();
    String from = stateKey + END_OF_KEY;
    String to = stateKey + (char) (END_OF_KEY + 1);
    try (KeyValueIterator<String, byte[]> range = store.range(from, to)) {
      while (range.hasNext()) {
        found.add(Parked.of(range.next().value));
      }
    }
    found.sort(Comparator.comparing(parked -> parked.event().time()));
    return found;
  }

  /** Why there is no room for one more, empty when there is. */
  Optional<String> full(String stateKey) {
    if (limits.patience().isZero()) {
      return Optional.of("");
    }
    if (events >= limits.events()) {
      return Optional.of("; " + events + " events wait already, none more is kept");
    }
    int ofEntity = waiting.getOrDefault(stateKey, 0);
    return ofEntity >= ParkingLimits.EVENTS_OF_ONE_ENTITY
        ? Optional.of("; " + ofEntity + " events wait for it already, none more is kept")
        : Optional.empty();
  }

  void park(String stateKey, Parked parked) {
    store.put(key(stateKey, parked.event()), parked.toBytes());
    count(stateKey, 1);
    metrics.parked();
  }

  void remove(String stateKey, Event event) {
    store.delete(key(stateKey, event));
    count(stateKey, -1);
  }

  /** Takes out what has waited too long. */
  List<Parked> overdue(Instant now, long wallNow, long streamNow) {
    List<Parked> overdue = new ArrayList<>();
    if (events == 0) {
      return overdue;
    }
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        Parked parked = Parked.of(entry.value);
        if (parked.isOverdue(limits.patience(), now, wallNow, streamNow)) {
          overdue.add(parked);
          keys.add(entry.key);
        }
      }
    }
    for (String key : keys) {
      store.delete(key);
      count(entity(key), -1);
    }
    return overdue;
  }

  /** Takes what it counted out of the metrics: the partition goes to another thread. */
  void close() {
    metrics.waiting(-events);
    events = 0;
    waiting.clear();
  }

  private void count(String stateKey, int change) {
    waiting.merge(stateKey, change, (before, more) -> before + more == 0 ? null : before + more);
    events += change;
    metrics.waiting(change);
  }

  private static String key(String stateKey, Event event) {
    return stateKey + END_OF_KEY + event.source() + '\n' + event.id();
  }

  private static String entity(String key) {
    return key.substring(0, key.indexOf(END_OF_KEY));
  }
}

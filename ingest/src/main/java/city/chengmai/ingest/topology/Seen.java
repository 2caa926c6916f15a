package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.ContentHash;
import city.chengmai.ingest.intake.Refusal;
import org.apache.kafka.streams.state.KeyValueStore;

/** Remembers the identity of every accepted event, with the hash of its content. */
final class Seen {

  private final KeyValueStore<String, Long> store;

  Seen(KeyValueStore<String, Long> store) {
    this.store = store;
  }

  void requireNew(Event event) throws Refusal {
    Long before = store.get(key(event));
    if (before == null) {
      return;
    }
    if (before == ContentHash.of(event)) {
      throw new Refusal(
          DeadLetterReason.DUPLICATE, "an event of this source and id, and the same content, came");
    }
    throw new Refusal(
        DeadLetterReason.CONFLICTING_DUPLICATE,
        "an event of this source and id came with other content; the first one stands");
  }

  // Only an accepted event is remembered: one that was refused may be put right and sent again.
  void remember(Event event) {
    store.put(key(event), ContentHash.of(event));
  }

  private static String key(Event event) {
    return event.source() + '\n' + event.id();
  }
}

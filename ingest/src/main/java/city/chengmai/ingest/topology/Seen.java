package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.ContentHash;
import city.chengmai.ingest.intake.Refusal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Remembers the identity of every accepted event: a hash of what its revisions may not change, then
 * a hash of each content it has come with. Eight bytes alone are the content hash of a time when
 * revisions were refused.
 */
final class Seen {

  private static final int HASH = Long.BYTES;
  private static final int MOST_REVISIONS = 64;

  private final KeyValueStore<String, byte[]> store;

  Seen(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * An event that may be accepted.
   *
   * @param key key of the store
   * @param value what is to be remembered
   * @param revision 0 for a new event, else how often its content has changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
  record Entry(String key, byte[] value, int revision) {}

  /**
   * What is to be remembered when the event is accepted.
   *
   * @param fixed what a revision may not change, beside type and subject
   * @throws Refusal when the same content came before, or other content that is no revision
   */
  Entry judge(Event event, String fixed) throws Refusal {
    String key = key(event);
    long content = ContentHash.of(event);
    byte[] before = store.get(key);
    if (before == null) {
      long anchor = ContentHash.anchor(event, fixed);
      return new Entry(key, bytes(anchor, content), 0);
    }
    requireNewContent(before, content);
    requireRevision(before, ContentHash.anchor(event, fixed));
    byte[] value = Arrays.copyOf(before, before.length + HASH);
    ByteBuffer.wrap(value).putLong(before.length, content);
    return new Entry(key, value, before.length / HASH - 1);
  }

  // Only an accepted event is remembered: one that was refused may be put right and sent again.
  void remember(Entry entry) {
    store.put(entry.key(), entry.value());
  }

  /** Remembers an event that had to wait. */
  void rememberNew(Event event, String fixed) {
    long anchor = ContentHash.anchor(event, fixed);
    store.put(key(event), bytes(anchor, ContentHash.of(event)));
  }

  private static String key(Event event) {
    return event.source() + '\n' + event.id();
  }

  // Whatever revision it repeats: a copy that comes late must not undo what came after it.
  private static void requireNewContent(byte[] before, long content) throws Refusal {
    ByteBuffer hashes = ByteBuffer.wrap(before);
    for (int at = before.length == HASH ? 0 : HASH; at < before.length; at += HASH) {
      if (hashes.getLong(at) == content) {
        throw new Refusal(
            DeadLetterReason.DUPLICATE,
            "an event of this source and id, and the same content, came");
      }
    }
  }

  private static void requireRevision(byte[] before, long anchor) throws Refusal {
    if (before.length == HASH) {
      throw conflict("it was accepted before revisions were kept");
    }
    if (ByteBuffer.wrap(before).getLong(0) != anchor) {
      throw conflict("its type, its subject or what keys its row is another");
    }
    if (before.length / HASH - 1 > MOST_REVISIONS) {
      throw conflict("it was revised " + MOST_REVISIONS + " times");
    }
  }

  private static Refusal conflict(String why) {
    return new Refusal(
        DeadLetterReason.CONFLICTING_DUPLICATE,
        "an event of this source and id came with other content, which cannot be a revision: "
            + why
            + "; what was accepted stands");
  }

  private static byte[] bytes(long anchor, long content) {
    return ByteBuffer.allocate(2 * HASH).putLong(anchor).putLong(content).array();
  }
}

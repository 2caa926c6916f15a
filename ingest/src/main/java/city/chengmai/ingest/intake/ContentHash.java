package city.chengmai.ingest.intake;

import city.chengmai.datasets.event.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * A 64-bit hash of what an event says, the same for every spelling of the same JSON: the order of
 * members and white space do not count. Tells a repeated event from a conflicting one; not a
 * cryptographic hash.
 */
public final class ContentHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ContentHash() {}

  /** Hash of type, subject, time and payload; not of the identity. */
  public static long of(Event event) {
    long hash = combine(text(event.type().wireName()), text(event.subject()));
    hash = combine(hash, event.time().toEpochMilli());
    return combine(hash, of(event.data()));
  }

  /** Hash of the identity, source and id; tells the events of one entity apart. */
  public static long identity(Event event) {
    return combine(text(event.source()), text(event.id()));
  }

  /**
   * Hash of what a revision has to leave as it was: type, subject and what the family adds.
   *
   * @param fixed what else is part of the key of a row
   */
  public static long anchor(Event event, String fixed) {
    return combine(combine(text(event.type().wireName()), text(event.subject())), text(fixed));
  }

  private static long of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> text(node.textValue());
      case NUMBER -> combine(3, Double.doubleToLongBits(node.doubleValue()));
      case BOOLEAN -> node.booleanValue() ? 5 : 7;
      default -> 11;
    };
  }

  private static long object(JsonNode node) {
    long sum = 13;
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      // A sum does not depend on the order of the members.
      sum += combine(text(member.getKey()), of(member.getValue()));
    }
    return mix(sum);
  }

  private static long array(JsonNode node) {
    long hash = 17;
    for (JsonNode element : node) {
      hash = combine(hash, of(element));
    }
    return hash;
  }

  // FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/
  private static long text(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static long combine(long left, long right) {
    return mix(left * 31 + right);
  }

  // Finalizer of MurmurHash3 (public domain, A. Appleby).
  private static long mix(long value) {
    long hash = value ^ value >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    hash *= 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}

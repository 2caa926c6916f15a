package city.chengmai.ingest.privacy;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.PayloadMember.Holds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes persons out of an event, in place, as the JSON Schema of its type says: members that name a
 * person become keyed hashes; words are masked; a code or id that holds a person becomes a hash
 * too, the same each time, so that what it links stays linked. The persons that the event names are
 * found in every other text of it. Not thread-safe.
 */
public final class Pseudonymizer {

  /** Attributes of the envelope that are kept; the others go nowhere. */
  private static final List<String> ATTRIBUTES = List.of("id", "source", "subject", "gridid");

  /** Members of a map with any keys that name a person whatever the map is. */
  private static final Set<String> PERSONAL_KEYS =
      Set.of(
          "phone", "mobile", "telephone", "identityNumber", "officer", "contact", "姓名", "电话", "手机");

  private final KeyedHash hash;

  /** Hashes with this key. */
  public Pseudonymizer(KeyedHash hash) {
    this.hash = hash;
  }

  /** Changes the attributes of an envelope that hold what looks like a person. */
  public void pseudonymizeAttributes(ObjectNode envelope) {
    for (String name : ATTRIBUTES) {
      JsonNode value = envelope.get(name);
      if (value != null && value.isTextual()) {
        String safe = code(value.textValue(), List.of());
        if (!safe.equals(value.textValue())) {
          envelope.put(name, safe);
        }
      }
    }
  }

  /**
   * Changes the payload; afterwards it holds no phone, no identity number, and no name that the
   * event itself says is one.
   */
  public void pseudonymize(EventType type, ObjectNode data) {
    PayloadShape shape = PayloadShape.of(type);
    List<String> known = new ArrayList<>();
    persons(data, shape, known);
    object(data, shape, known);
  }

  private void persons(ObjectNode object, PayloadShape shape, List<String> known) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      PayloadShape inner = shape.member(member.getKey());
      if (inner == null || (shape.isMap && !PERSONAL_KEYS.contains(member.getKey()))) {
        continue;
      }
      if (inner.holds == Holds.PERSON || shape.isMap) {
        hashAll(member, known);
      } else if (member.getValue() instanceof ObjectNode child) {
        persons(child, inner, known);
      }
    }
  }

  private void hashAll(Map.Entry<String, JsonNode> member, List<String> known) {
    if (member.getValue() instanceof ObjectNode person) {
      person.properties().forEach(field -> hashAll(field, known));
    } else if (member.getValue().isTextual()) {
      String value = member.getValue().textValue();
      if (value.length() >= Occurrences.SHORTEST && !KeyedHash.isHash(value)) {
        known.add(value);
      }
      member.setValue(TextNode.valueOf(hash.of(value)));
    }
  }

  private void object(ObjectNode object, PayloadShape shape, List<String> known) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      PayloadShape inner = shape.member(member.getKey());
      if (inner != null && inner.holds != Holds.PERSON) {
        JsonNode value = member.getValue();
        if (value.isTextual()) {
          replace(member, text(value.textValue(), inner.holds, known));
        } else if (value.isContainerNode()) {
          container(value, inner, known);
        }
      }
    }
    if (shape.isMap) {
      keys(object, known);
    }
  }

  private void container(JsonNode value, PayloadShape shape, List<String> known) {
    if (value instanceof ObjectNode child) {
      object(child, shape, known);
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode element = array.get(i);
        if (element.isTextual()) {
          array.set(i, text(element.textValue(), shape.element().holds, known));
        } else {
          container(element, shape.element(), known);
        }
      }
    }
  }

  /** Keys of a map are texts of the sender's as well. */
  private static void keys(ObjectNode map, List<String> known) {
    for (String key : List.copyOf(map.properties()).stream().map(Map.Entry::getKey).toList()) {
      String safe = words(key, known);
      if (!safe.equals(key)) {
        map.set(safe, map.remove(key));
      }
    }
  }

  private static void replace(Map.Entry<String, JsonNode> member, String safe) {
    if (!safe.equals(member.getValue().textValue())) {
      member.setValue(TextNode.valueOf(safe));
    }
  }

  private String text(String text, Holds holds, List<String> known) {
    return switch (holds) {
      case FIXED -> text;
      case CODE -> code(text, known);
      case WORDS -> KeyedHash.isHash(text) ? text : words(text, known);
      case PERSON -> hash.of(text);
    };
  }

  private String code(String text, List<String> known) {
    boolean personal =
        !KeyedHash.isHash(text) && (FreeText.isPersonal(text) || Occurrences.in(text, known));
    return personal ? hash.of(text) : text;
  }

  private static String words(String text, List<String> known) {
    return FreeText.mask(known.isEmpty() ? text : Occurrences.mask(text, known));
  }
}

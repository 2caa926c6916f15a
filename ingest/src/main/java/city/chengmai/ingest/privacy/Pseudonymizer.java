package city.chengmai.ingest.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes persons out of a payload, in place: members that name a person become keyed hashes, every
 * other text is masked unless its member is known to hold a code or a moment. Not thread-safe.
 */
public final class Pseudonymizer {

  /** Objects that describe a person; every text in them is personal. */
  private static final Set<String> PERSONS = Set.of("reporter", "caller");

  /** Single members that name a person. */
  private static final Set<String> PERSONAL = Set.of("officer", "phone", "identityNumber");

  /** Members that hold codes, identifiers and moments: a mask would break them. */
  private static final Set<String> CODES =
      Set.of(
          "category",
          "kind",
          "channel",
          "level",
          "crs",
          "areaId",
          "dueAt",
          "orderId",
          "siteId",
          "caseId",
          "alarmId",
          "personHash",
          "manner",
          "result",
          "demanderType",
          "outcome",
          "satisfaction",
          "plannedFor",
          "metric",
          "recordKind",
          "app",
          "validFrom",
          "validTo");

  private static final Set<String> NESTED_CODES = Set.of("crs");
  private static final int SHORTEST_NAME = 2;

  private final KeyedHash hash;

  /** Hashes with this key. */
  public Pseudonymizer(KeyedHash hash) {
    this.hash = hash;
  }

  /** Changes the payload; afterwards it holds no caller's name, phone or identity number. */
  public void pseudonymize(ObjectNode data) {
    List<String> known = List.of();
    for (String person : PERSONS) {
      if (data.get(person) instanceof ObjectNode object) {
        known = hashAll(object, known);
      }
    }
    maskMembers(data, known, CODES);
  }

  private List<String> hashAll(ObjectNode person, List<String> known) {
    List<String> values = new ArrayList<>(known);
    for (Map.Entry<String, JsonNode> member : person.properties()) {
      if (member.getValue().isTextual()) {
        String value = member.getValue().textValue();
        if (value.length() >= SHORTEST_NAME && !KeyedHash.isHash(value)) {
          values.add(value);
        }
        member.setValue(TextNode.valueOf(hash.of(value)));
      }
    }
    return values;
  }

  private void maskMembers(ObjectNode object, List<String> known, Set<String> codes) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      String name = member.getKey();
      if (value.isTextual() && !codes.contains(name)) {
        String text = value.textValue();
        String safe = PERSONAL.contains(name) ? hash.of(text) : mask(text, known);
        if (!safe.equals(text)) {
          member.setValue(TextNode.valueOf(safe));
        }
      } else if (value instanceof ObjectNode child && !PERSONS.contains(name)) {
        maskMembers(child, known, NESTED_CODES);
      } else if (value instanceof ArrayNode array) {
        maskElements(array, known);
      }
    }
  }

  private static void maskElements(ArrayNode array, List<String> known) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).isTextual()) {
        array.set(i, TextNode.valueOf(mask(array.get(i).textValue(), known)));
      }
    }
  }

  // A caller's own name and phone often stand again in the description, however they are written.
  private static String mask(String text, List<String> known) {
    String masked = text;
    for (String value : known) {
      masked = masked.replace(value, "[person]");
    }
    return FreeText.mask(masked);
  }
}

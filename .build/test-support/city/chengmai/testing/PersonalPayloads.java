package city.chengmai.testing;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.PayloadMember;
import city.chengmai.datasets.event.PayloadMember.Holds;
import city.chengmai.datasets.event.PayloadMembers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Payloads with one person in every text: walks the JSON Schema of a type. Where the type names
 * persons the name stands bare in the other texts; where it names none a label stands before it,
 * for nothing else could tell a name from a word.
 */
public final class PersonalPayloads {

  public static final String NAME = "欧阳静思";
  public static final String PHONE = "13912345678";
  public static final String IDENTITY = "310105199003074512";

  /** Everything that must not be found, however it was spelled. */
  public static final List<String> TRACES =
      List.of(NAME, PHONE, IDENTITY, "139-1234-5678", "１３９１２３４５６７８", "欧阳 静思");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean fitting;
  private final boolean namesPersons;

  private PersonalPayloads(EventType type, boolean fitting) {
    this.fitting = fitting;
    this.namesPersons =
        PayloadMembers.of(type).stream().map(PayloadMember::holds).anyMatch(Holds.PERSON::equals);
  }

  /** A payload that fits its schema. */
  public static ObjectNode fitting(EventType type) {
    return (ObjectNode) new PersonalPayloads(type, true).of(schema(type), "WORDS", "");
  }

  /** The same with the person in words of closed lists and in moments too, as no schema allows. */
  public static ObjectNode misfit(EventType type) {
    return (ObjectNode) new PersonalPayloads(type, false).of(schema(type), "WORDS", "");
  }

  private JsonNode of(JsonNode schema, String inherited, String name) {
    String holds = schema.path("x-holds").asText(inherited);
    return switch (schema.get("type").asText()) {
      case "string" -> JsonNodeFactory.instance.textNode(text(schema, holds, name));
      case "object" -> object(schema, holds);
      case "array" ->
          JsonNodeFactory.instance.arrayNode().add(of(schema.get("items"), holds, name));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
      default -> JsonNodeFactory.instance.numberNode(schema.path("minimum").asInt(1));
    };
  }

  private ObjectNode object(JsonNode schema, String holds) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      // A point would decide where it happened; the area's name shall.
      if (!member.getKey().equals("point")) {
        object.set(member.getKey(), of(member.getValue(), holds, member.getKey()));
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      object.set(PHONE, of(schema.get("additionalProperties"), holds, ""));
    }
    return object;
  }

  private String text(JsonNode schema, String holds, String name) {
    if (fitting && schema.has("enum")) {
      return schema.get("enum").get(0).asText();
    }
    if (fitting && schema.has("format")) {
      return "2026-05-01T12:00:00+08:00";
    }
    if (fitting && schema.has("pattern")) {
      return "06:00";
    }
    if (holds.equals("person")) {
      return name.equals("phone") ? PHONE : name.equals("identityNumber") ? IDENTITY : NAME;
    }
    int room = fitting ? schema.path("maxLength").asInt(2_000) : 2_000;
    return room < PHONE.length() ? "X".repeat(room) : room < 100 ? PHONE : sentence();
  }

  private String sentence() {
    String who = namesPersons ? NAME + "与欧阳 静思" : "联系人：" + NAME;
    return who + "，电话" + PHONE + "或139-1234-5678或１３９１２３４５６７８，证号" + IDENTITY;
  }

  private static JsonNode schema(EventType type) {
    String name = type.wireName() + "." + EventType.SCHEMA_VERSION + ".json";
    try (InputStream stream = EventType.class.getResourceAsStream(name)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}

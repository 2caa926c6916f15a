package city.chengmai.datasets.event;

import city.chengmai.datasets.event.PayloadMember.Holds;
import city.chengmai.datasets.event.PayloadMember.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the payloads hold, member by member, read from the JSON Schemas once. The keyword {@code
 * x-holds} of a schema says what a text is: {@code person} or {@code code}; without it, words of a
 * closed list and moments are fixed and everything else is words.
 */
public final class PayloadMembers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<EventType, List<PayloadMember>> ALL = readAll();

  private PayloadMembers() {}

  /** The members of a type's payload, parents before what is in them. */
  public static List<PayloadMember> of(EventType type) {
    return ALL.get(type);
  }

  /** A Markdown table of all families, types and members. */
  public static String markdown() {
    StringBuilder text =
        new StringBuilder(
            """
            | family | type | what happened | members of `data` (* must be there) |
            |---|---|---|---|
            """);
    for (EventFamily family : EventFamily.values()) {
      String name = family.wireName();
      for (EventType type : EventType.values()) {
        if (type.family() == family) {
          text.append(row(name, type));
          name = "";
        }
      }
    }
    return text.toString();
  }

  private static String row(String family, EventType type) {
    List<String> members =
        of(type).stream()
            .filter(PayloadMember::isTop)
            .map(member -> "`" + member.path() + "`" + (member.required() ? "*" : ""))
            .toList();
    return String.join(
            " | ",
            "| " + family,
            "`" + type.wireName() + "`",
            schema(type).get("description").asText(),
            String.join(", ", members))
        + " |\n";
  }

  private static Map<EventType, List<PayloadMember>> readAll() {
    Map<EventType, List<PayloadMember>> all = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      List<PayloadMember> members = new ArrayList<>();
      addMembers(schema(type), "", Holds.WORDS, members);
      all.put(type, List.copyOf(members));
    }
    return all;
  }

  private static void addMembers(
      JsonNode object, String prefix, Holds inherited, List<PayloadMember> members) {
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      boolean required = false;
      for (JsonNode name : object.path("required")) {
        required |= name.textValue().equals(property.getKey());
      }
      add(property.getValue(), prefix + property.getKey(), inherited, required, members);
    }
  }

  private static void add(
      JsonNode schema,
      String path,
      Holds inherited,
      boolean required,
      List<PayloadMember> members) {
    Kind kind = kind(schema);
    Holds holds = holds(schema, inherited);
    String description = schema.path("description").asText("");
    members.add(new PayloadMember(path, kind, holds, required, description));
    switch (kind) {
      case OBJECT -> addMembers(schema, path + ".", holds, members);
      case MAP -> add(schema.get("additionalProperties"), path + ".*", holds, false, members);
      case ARRAY -> add(schema.get("items"), path + "[]", holds, false, members);
      default -> {}
    }
  }

  private static Kind kind(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "string" -> Kind.TEXT;
      case "number", "integer" -> Kind.NUMBER;
      case "boolean" -> Kind.FLAG;
      case "array" -> Kind.ARRAY;
      case "object" -> schema.path("additionalProperties").isObject() ? Kind.MAP : Kind.OBJECT;
      default -> throw new IllegalStateException("a schema has no type: " + schema);
    };
  }

  private static Holds holds(JsonNode schema, Holds inherited) {
    if (schema.has("enum") || schema.has("format") || schema.has("pattern")) {
      return Holds.FIXED;
    }
    String word = schema.path("x-holds").asText("");
    return word.isEmpty() ? inherited : Holds.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static JsonNode schema(EventType type) {
    String name = type.wireName() + "." + EventType.SCHEMA_VERSION + ".json";
    try (InputStream stream = PayloadMembers.class.getResourceAsStream(name)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("reading JSON Schema " + name, e);
    }
  }
}

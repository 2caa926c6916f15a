package city.chengmai.datasets.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A quick answer to whether a payload fits its JSON Schema. It says yes only when the schema says
 * so too; when it says no, the schema decides and tells what is wrong. A keyword that is not known
 * here makes it say no to everything.
 */
interface PayloadCheck {

  /** Says yes to nothing. */
  PayloadCheck UNDECIDED = value -> false;

  /** Whether the value fits for certain. */
  boolean passes(JsonNode value);

  /** The check that a schema asks for. */
  static PayloadCheck of(JsonNode schema) {
    return new Compiler(schema).compile();
  }

  /** Turns one schema, a JSON object, into a check. */
  final class Compiler {

    /** Keywords that describe; in draft 2020-12 {@code format} is one of them. */
    private static final Set<String> REMARKS =
        Set.of("$schema", "$id", "$comment", "title", "description", "format", "examples");

    private final JsonNode schema;

    Compiler(JsonNode schema) {
      this.schema = schema;
    }

    PayloadCheck compile() {
      return switch (schema.path("type").asText("")) {
        case "object" -> object();
        case "array" -> array();
        case "string" -> text();
        case "number" -> number(false);
        case "integer" -> number(true);
        case "boolean" -> knows(Set.of("type")) ? JsonNode::isBoolean : UNDECIDED;
        default -> UNDECIDED;
      };
    }

    private PayloadCheck object() {
      if (!knows(
          Set.of("type", "properties", "required", "additionalProperties", "maxProperties"))) {
        return UNDECIDED;
      }
      Map<String, PayloadCheck> properties = new HashMap<>();
      schema
          .path("properties")
          .properties()
          .forEach(p -> properties.put(p.getKey(), of(p.getValue())));
      List<String> required = new ArrayList<>();
      schema.path("required").forEach(name -> required.add(name.asText()));
      JsonNode others = schema.path("additionalProperties");
      PayloadCheck other =
          others.isObject() ? of(others) : others.asBoolean(true) ? value -> true : UNDECIDED;
      int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
      return new ObjectCheck(properties, List.copyOf(required), other, most);
    }

    private PayloadCheck array() {
      if (!knows(Set.of("type", "items", "minItems", "maxItems"))) {
        return UNDECIDED;
      }
      PayloadCheck items = schema.has("items") ? of(schema.get("items")) : value -> true;
      int least = schema.path("minItems").asInt(0);
      int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
      return value -> {
        if (!value.isArray() || value.size() < least || value.size() > most) {
          return false;
        }
        for (JsonNode item : value) {
          if (!items.passes(item)) {
            return false;
          }
        }
        return true;
      };
    }

    private PayloadCheck text() {
      if (!knows(Set.of("type", "minLength", "maxLength", "enum"))) {
        return UNDECIDED;
      }
      int least = schema.path("minLength").asInt(0);
      int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
      if (!schema.has("enum")) {
        return value -> value.isTextual() && fits(value.textValue(), least, most);
      }
      List<String> words = new ArrayList<>();
      schema.get("enum").forEach(word -> words.add(word.asText()));
      Set<String> known = Set.copyOf(words);
      return value ->
          value.isTextual()
              && known.contains(value.textValue())
              && fits(value.textValue(), least, most);
    }

    // A schema counts characters, a text UTF-16 units: never fewer, at most twice as many.
    private static boolean fits(String text, int least, int most) {
      int units = text.length();
      if (units <= most && (units + 1) / 2 >= least) {
        return true;
      }
      int characters = text.codePointCount(0, units);
      return characters >= least && characters <= most;
    }

    private PayloadCheck number(boolean whole) {
      if (!knows(Set.of("type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"))) {
        return UNDECIDED;
      }
      double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
      double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
      double above = schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY);
      double below = schema.path("exclusiveMaximum").asDouble(Double.POSITIVE_INFINITY);
      return value -> {
        boolean plain = value.isInt() || value.isLong() || (!whole && value.isDouble());
        double given = plain ? value.doubleValue() : Double.NaN;
        return given >= least && given <= most && given > above && given < below;
      };
    }

    private boolean knows(Set<String> keywords) {
      for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
        String name = keyword.getKey();
        if (!keywords.contains(name) && !REMARKS.contains(name) && !name.startsWith("x-")) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * An object.
   *
   * @param properties known members
   * @param required members that have to be there
   * @param other check of any other member
   * @param most members at most
   */
  record ObjectCheck(
      Map<String, PayloadCheck> properties, List<String> required, PayloadCheck other, int most)
      implements PayloadCheck {
    @Override
    public boolean passes(JsonNode value) {
      if (!value.isObject() || value.size() > most) {
        return false;
      }
      for (int i = 0; i < required.size(); i++) {
        if (!value.has(required.get(i))) {
          return false;
        }
      }
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        PayloadCheck check = properties.get(member.getKey());
        if (!(check == null ? other : check).passes(member.getValue())) {
          return false;
        }
      }
      return true;
    }
  }
}

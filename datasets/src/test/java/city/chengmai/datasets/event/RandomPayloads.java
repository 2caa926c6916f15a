package city.chengmai.datasets.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Payloads made from a JSON Schema, near its limits, and spoilt ones. */
final class RandomPayloads {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] CHARACTERS = {"a", "7", " ", "网", "格", "é", "\"", "🌉"};

  private final JsonNode schema;
  private final Random random;
  private boolean plain;

  RandomPayloads(JsonNode schema, Random random) {
    this.schema = schema;
    this.random = random;
  }

  /** Fits the schema. */
  ObjectNode good() {
    plain = random.nextInt(40) > 0;
    return (ObjectNode) value(schema);
  }

  /** One place of a good payload is something else: often wrong, sometimes still good. */
  ObjectNode spoilt() {
    ObjectNode payload = good();
    spoil(payload, 0);
    return payload;
  }

  private void spoil(ObjectNode object, int depth) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.set(random.nextBoolean() ? "colour" : "name", anything());
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonNode old = object.get(name);
    if (old instanceof ObjectNode child && depth < 3 && random.nextInt(4) > 0) {
      spoil(child, depth + 1);
    } else if (random.nextInt(4) == 0) {
      object.remove(name);
    } else {
      object.set(name, anything());
    }
  }

  private JsonNode anything() {
    return switch (random.nextInt(11)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode("");
      case 2 -> NODES.textNode(text(random.nextInt(5_000)));
      case 3 -> NODES.numberNode(random.nextGaussian() * 200);
      case 4 -> NODES.numberNode(random.nextInt(400) - 200);
      case 5 -> NODES.booleanNode(random.nextBoolean());
      case 6 -> NODES.objectNode().put("longitude", 181).put("latitude", 31.2);
      case 7 -> NODES.arrayNode().add("a").add(1);
      case 8 -> NODES.numberNode(new java.math.BigDecimal("1e40"));
      case 9 -> NODES.textNode("simple");
      default -> NODES.numberNode((double) random.nextInt(3));
    };
  }

  private JsonNode value(JsonNode part) {
    if (part.has("enum")) {
      return part.get("enum").get(random.nextInt(part.get("enum").size()));
    }
    return switch (part.path("type").asText()) {
      case "object" -> object(part);
      case "array" -> array(part);
      case "string" -> NODES.textNode(text(part));
      case "number" -> NODES.numberNode(number(part));
      case "integer" -> NODES.numberNode((long) number(part));
      default -> NODES.booleanNode(random.nextBoolean());
    };
  }

  private ObjectNode object(JsonNode part) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    part.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : part.path("properties").properties()) {
      if (required.contains(property.getKey()) || random.nextBoolean()) {
        object.set(property.getKey(), value(property.getValue()));
      }
    }
    if (part.path("additionalProperties").isObject()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        object.set("more-" + i, value(part.get("additionalProperties")));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode part) {
    ArrayNode array = NODES.arrayNode();
    int least = part.path("minItems").asInt(0);
    int most = Math.min(part.path("maxItems").asInt(5), least + 5);
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      array.add(value(part.path("items")));
    }
    return array;
  }

  private String text(JsonNode part) {
    if (part.has("pattern")) {
      return "a";
    }
    int least = part.path("minLength").asInt(0);
    int most = part.path("maxLength").asInt(200);
    // Now and then just at the limit.
    return text(
        random.nextInt(6) == 0 ? most : least + random.nextInt(Math.min(40, most - least + 1)));
  }

  private String text(int characters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      text.append(CHARACTERS[random.nextInt(plain ? CHARACTERS.length - 1 : CHARACTERS.length)]);
    }
    return text.toString();
  }

  private double number(JsonNode part) {
    double above = part.path("exclusiveMinimum").asDouble(-1e6);
    double least = Math.max(part.path("minimum").asDouble(-1e6), Math.nextUp(above));
    double most = part.path("maximum").asDouble(1e6);
    return switch (random.nextInt(6)) {
      case 0 -> most;
      case 1 -> Math.ceil(least);
      default -> least + random.nextDouble() * (most - least);
    };
  }
}

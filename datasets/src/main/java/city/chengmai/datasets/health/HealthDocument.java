package city.chengmai.datasets.health;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of a service as JSON, written by the service and read by the dashboard.
 *
 * <pre>
 * { "sink": { "state": "degraded", "reason": "…", "code": "store-unavailable",
 *             "since": "2026-11-23T01:02:03Z", "arguments": [], "behind": 120 } }
 * </pre>
 */
public final class HealthDocument {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String STATE = "state";
  private static final String REASON = "reason";
  private static final String CODE = "code";
  private static final String SINCE = "since";
  private static final String ARGUMENTS = "arguments";

  private HealthDocument() {}

  /** The document of these parts, in their order. */
  public static ObjectNode of(List<PartState> parts) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    for (PartState part : parts) {
      ObjectNode node = document.putObject(part.part());
      node.put(STATE, word(part.health().state()))
          .put(REASON, part.health().reason())
          .put(CODE, part.health().code())
          .put(SINCE, part.since().toString());
      part.health().arguments().forEach(node.putArray(ARGUMENTS)::add);
      part.figures().forEach((figure, value) -> node.put(figure, value.longValue()));
    }
    return document;
  }

  /**
   * The parts of a document.
   *
   * @throws IllegalArgumentException when it is none, as when something else answers at the address
   */
  public static List<PartState> read(String text) {
    List<PartState> parts = new ArrayList<>();
    try {
      JsonNode document = JSON.readTree(text);
      if (document == null || !document.isObject()) {
        throw new IllegalArgumentException("reading a health document: expected a JSON object");
      }
      for (Map.Entry<String, JsonNode> entry : document.properties()) {
        parts.add(part(entry.getKey(), entry.getValue()));
      }
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("reading a health document: " + e.getMessage(), e);
    }
    return parts;
  }

  /** The worst of these parts, of equal ones the first; empty when there is none. */
  public static Optional<PartState> worst(List<PartState> parts) {
    return parts.stream()
        .min(
            Comparator.comparing(
                (PartState part) -> part.health().state(), Comparator.reverseOrder()));
  }

  /** A state as documents and pages name it: up, degraded, down. */
  public static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static PartState part(String name, JsonNode node) {
    List<String> arguments = new ArrayList<>();
    node.path(ARGUMENTS).forEach(argument -> arguments.add(argument.asText()));
    Map<String, Long> figures = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getValue().isIntegralNumber()) {
        figures.put(member.getKey(), member.getValue().asLong());
      }
    }
    State state = State.valueOf(node.path(STATE).asText("").toUpperCase(Locale.ROOT));
    return new PartState(
        name,
        new Health(state, node.path(REASON).asText(""), node.path(CODE).asText(""), arguments),
        Instant.parse(node.path(SINCE).asText("")),
        figures);
  }
}

package city.chengmai.datasets.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schemas of the payloads, one a type and version, read once. A payload that is certainly
 * good is found so by {@link PayloadCheck}; the general validator speaks only about the others.
 * Thread-safe.
 */
public final class EventSchemas {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);
  private final Map<EventType, PayloadCheck> checks = new EnumMap<>(EventType.class);

  /** Reads and compiles every schema on the class path. */
  public EventSchemas() {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-holds"))
            .build();
    SchemaRegistry registry = SchemaRegistry.withDialect(dialect);
    for (EventType type : EventType.values()) {
      JsonNode schema = load(type);
      schemas.put(type, registry.getSchema(schema));
      checks.put(type, PayloadCheck.of(schema));
    }
  }

  /** What is wrong with the payload, each with its place in it; empty when it fits. */
  public List<String> violations(EventType type, JsonNode data) {
    return passesQuickly(type, data) ? List.of() : slowViolations(type, data);
  }

  /** Whether the payload fits for certain; when it does not say so, the schema has to be asked. */
  boolean passesQuickly(EventType type, JsonNode data) {
    return checks.get(type).passes(data);
  }

  /** What the schema itself says. */
  List<String> slowViolations(EventType type, JsonNode data) {
    return schemas.get(type).validate(data).stream().map(EventSchemas::describe).toList();
  }

  private static String describe(Error error) {
    return error.getInstanceLocation() + ": " + error.getMessage();
  }

  private static JsonNode load(EventType type) {
    String name = type.wireName() + "." + EventType.SCHEMA_VERSION + ".json";
    try (InputStream stream = EventSchemas.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("JSON Schema " + name + " is missing from the class path");
      }
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("reading JSON Schema " + name, e);
    }
  }
}

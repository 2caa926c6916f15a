package city.chengmai.datasets.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of the payloads, one a type and version, read once. Thread-safe. */
public final class EventSchemas {

  private final Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);

  /** Reads and compiles every schema on the class path. */
  public EventSchemas() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (EventType type : EventType.values()) {
      schemas.put(type, load(registry, type));
    }
  }

  /** What is wrong with the payload, each with its place in it; empty when it fits. */
  public List<String> violations(EventType type, JsonNode data) {
    return schemas.get(type).validate(data).stream().map(EventSchemas::describe).toList();
  }

  private static String describe(Error error) {
    return error.getInstanceLocation() + ": " + error.getMessage();
  }

  private static Schema load(SchemaRegistry registry, EventType type) {
    String name = type.wireName() + "." + EventType.SCHEMA_VERSION + ".json";
    try (InputStream stream = EventSchemas.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("JSON Schema " + name + " is missing from the class path");
      }
      return registry.getSchema(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("reading JSON Schema " + name, e);
    }
  }
}

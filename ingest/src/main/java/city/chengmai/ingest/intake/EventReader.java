package city.chengmai.ingest.intake;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * Reads one CloudEvent in structured JSON and checks it, cheapest check first. The bytes are parsed
 * once. Not thread-safe.
 */
public final class EventReader {

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);

  private final EventSchemas schemas;
  private final Utf8 utf8 = new Utf8();

  /** A reader that checks payloads against these schemas. */
  public EventReader(EventSchemas schemas) {
    this.schemas = schemas;
  }

  /** The tree in the bytes, whatever it is. */
  public JsonNode parse(byte[] bytes) throws Refusal {
    requireSize(bytes);
    int malformed = utf8.firstMalformed(bytes);
    if (malformed >= 0) {
      throw new Refusal(
          DeadLetterReason.BAD_ENCODING,
          "byte " + malformed + " of " + bytes.length + " is not UTF-8");
    }
    JsonNode tree = tree(bytes);
    if (!tree.isObject()) {
      throw new Refusal(
          DeadLetterReason.NOT_JSON, "seen " + tree.getNodeType() + ", expected a JSON object");
    }
    return tree;
  }

  /** The event in the tree, its payload checked against the schema of its type. */
  public Received check(JsonNode envelope) throws Refusal {
    Attributes attributes = new Attributes(envelope);
    attributes.requireVersion();
    String id = attributes.text("id");
    String source = attributes.text("source");
    EventType type = type(attributes.text("type"));
    String subject = attributes.text("subject");
    JsonNode data = attributes.data();
    Event event = new Event(source, id, type, subject, attributes.time(), data);
    requireSchema(type, data);
    return new Received(event, attributes.optionalText("gridid"));
  }

  private void requireSchema(EventType type, JsonNode data) throws Refusal {
    List<String> violations = schemas.violations(type, data);
    if (!violations.isEmpty()) {
      throw new Refusal(DeadLetterReason.SCHEMA_VIOLATION, String.join("; ", violations));
    }
    Moments.requireReadable(data);
  }

  private static void requireSize(byte[] bytes) throws Refusal {
    if (bytes == null || bytes.length == 0) {
      throw new Refusal(DeadLetterReason.NOT_JSON, "seen no bytes, expected a JSON object");
    }
    if (bytes.length > DeadLetterReason.LARGEST_BYTES) {
      throw new Refusal(
          DeadLetterReason.TOO_LARGE,
          bytes.length + " bytes, at most " + DeadLetterReason.LARGEST_BYTES + " are read");
    }
  }

  private static JsonNode tree(byte[] bytes) throws Refusal {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new Refusal(
          DeadLetterReason.NOT_JSON,
          "no JSON object: the text breaks at character " + e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new Refusal(DeadLetterReason.NOT_JSON, "no JSON object: " + e.getClass());
    }
  }

  private static EventType type(String name) throws Refusal {
    return EventType.ofWireName(name)
        .orElseThrow(
            () ->
                new Refusal(
                    DeadLetterReason.UNKNOWN_TYPE, "type \"" + name + "\" is not an event type"));
  }
}

package city.chengmai.datasets.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One event of the city: a CloudEvent with its attributes and JSON payload.
 *
 * @param source the feed that sent it; with {@code id} the identity of the event
 * @param id unique within the source
 * @param type what happened
 * @param subject id of the entity it is about; the Kafka key
 * @param time when it happened
 * @param data payload as the type's JSON Schema describes
 */
public record Event(
    String source, String id, EventType type, String subject, Instant time, JsonNode data) {

  /** Refuses nulls and empty names. */
  public Event {
    requireText(source, "source");
    requireText(id, "id");
    requireNonNull(type, "type");
    requireText(subject, "subject");
    requireNonNull(time, "time");
    requireNonNull(data, "data");
  }

  private static void requireText(String value, String name) {
    if (requireNonNull(value, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
  }
}

package city.chengmai.datasets.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;

/** Writes events as CloudEvents 1.0 in structured JSON, UTF-8. Thread-safe. */
public final class EventCodec {

  private static final EventFormat FORMAT = new JsonFormat();
  private static final String JSON = "application/json";

  private EventCodec() {}

  /** The bytes of the event on {@link Topics#EVENTS}. */
  public static byte[] encode(Event event) {
    return FORMAT.serialize(toCloudEvent(event));
  }

  /** The event as the CloudEvents SDK knows it. */
  public static CloudEvent toCloudEvent(Event event) {
    return CloudEventBuilder.v1()
        .withSource(URI.create(event.source()))
        .withId(event.id())
        .withType(event.type().wireName())
        .withSubject(event.subject())
        .withTime(event.time().atOffset(ZoneOffset.UTC))
        .withDataSchema(URI.create(event.type().schema()))
        .withData(JSON, JsonCloudEventData.wrap(event.data()))
        .build();
  }

  /**
   * The event in these bytes.
   *
   * @throws MalformedEventException with the reason, when they hold none
   */
  public static Event decode(byte[] bytes) {
    CloudEvent cloudEvent = parse(bytes);
    EventType type =
        EventType.ofWireName(cloudEvent.getType())
            .orElseThrow(
                () ->
                    new MalformedEventException(
                        DeadLetterReason.UNKNOWN_TYPE,
                        "type \"" + cloudEvent.getType() + "\" is not a known event type"));
    if (cloudEvent.getId().isBlank()) {
      throw missing("id", "a text that is not blank");
    }
    if (cloudEvent.getSource().toString().isBlank()) {
      throw missing("source", "the sender, a URI");
    }
    if (cloudEvent.getTime() == null) {
      throw missing("time", "the moment it happened, RFC 3339");
    }
    if (cloudEvent.getSubject() == null || cloudEvent.getSubject().isBlank()) {
      throw missing("subject", "the id of the entity it is about");
    }
    return new Event(
        cloudEvent.getSource().toString(),
        cloudEvent.getId(),
        type,
        cloudEvent.getSubject(),
        cloudEvent.getTime().toInstant(),
        data(cloudEvent));
  }

  private static CloudEvent parse(byte[] bytes) {
    try {
      return FORMAT.deserialize(bytes);
    } catch (RuntimeException e) {
      throw new MalformedEventException(
          DeadLetterReason.MISSING_ATTRIBUTE, "not a CloudEvent 1.0: " + e.getMessage());
    }
  }

  private static JsonNode data(CloudEvent cloudEvent) {
    if (cloudEvent.getData() instanceof JsonCloudEventData json) {
      return json.getNode();
    }
    throw missing("data", "a JSON object");
  }

  private static MalformedEventException missing(String attribute, String expected) {
    return new MalformedEventException(
        DeadLetterReason.MISSING_ATTRIBUTE,
        "attribute \"" + attribute + "\" is missing, expected " + expected);
  }
}

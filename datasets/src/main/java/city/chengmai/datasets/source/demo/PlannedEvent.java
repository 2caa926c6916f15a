package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/**
 * An event whose place in time is known and whose payload is written only when somebody takes it,
 * so that opening the feed far from its beginning stays quick.
 *
 * @param at when it happens, on the clocks of the city
 * @param type what happens
 * @param source feed that sends it
 * @param id unique within the source
 * @param subject entity that it is about
 * @param data writes the payload, the same each time
 */
record PlannedEvent(
    LocalDateTime at,
    EventType type,
    String source,
    String id,
    String subject,
    Supplier<ObjectNode> data) {

  Event event() {
    return new Event(
        source, id, type, subject, at.atZone(DemoOptions.ZONE).toInstant(), data.get());
  }
}

package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the events of one case. Ids are {@code CASE/STAGE}, so that a second reading repeats them.
 */
final class CaseEvents {

  private final Mapping mapping;
  private final String id;
  private final CaseTimes moments;

  CaseEvents(Mapping mapping, String id, CaseTimes moments) {
    this.mapping = mapping;
    this.id = id;
    this.moments = moments;
  }

  /**
   * The events in the order they happened.
   *
   * @param report payload of the report
   * @param unit responsible unit, empty when not known
   */
  List<Event> of(ObjectNode report, String unit) {
    List<EventType> opening = mapping.openingEvents();
    boolean filed = opening.contains(EventType.CASE_FILED);
    List<Event> events = new ArrayList<>();
    for (EventType type : opening) {
      ObjectNode data = type == EventType.CASE_REPORTED ? report : empty();
      if (type == (filed ? EventType.CASE_FILED : EventType.CASE_REPORTED)) {
        // As an instant in UTC: exact, and never in a form without seconds.
        moments.due().ifPresent(due -> data.put("dueAt", due.toString()));
      }
      if (type == EventType.CASE_DISPATCHED && !unit.isEmpty()) {
        data.put("unit", unit);
      }
      events.add(event(type, moments.opened(), data));
    }
    moments.ended().ifPresent(end -> events.add(ending(end)));
    return events;
  }

  private Event ending(Instant end) {
    if (moments.cancelled()) {
      return event(EventType.CASE_CANCELLED, end, empty());
    }
    return event(EventType.CASE_CLOSED, end, empty().put("manner", mapping.closeManner()));
  }

  private Event event(EventType type, Instant time, ObjectNode data) {
    String stage = type.localName().substring(type.localName().indexOf('.') + 1);
    return new Event(
        mapping.source(), id + "/" + stage, type, mapping.caseId().prefix() + id, time, data);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}

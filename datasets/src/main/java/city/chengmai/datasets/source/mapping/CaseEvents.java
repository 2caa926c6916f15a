package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the events of one case. Ids are {@code CASE/STAGE}, so that a second reading repeats them;
 * what a later row changes is {@code CASE/STAGE/MOMENT}.
 */
final class CaseEvents {

  private final Mapping mapping;
  private final String id;
  private final CaseTimes moments;
  private final List<Event> events = new ArrayList<>();

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
    for (EventType type : opening) {
      ObjectNode data = type == EventType.CASE_REPORTED ? report : empty();
      if (type == (filed ? EventType.CASE_FILED : EventType.CASE_REPORTED)) {
        // As an instant in UTC: exact, and never in a form without seconds.
        moments.due().ifPresent(due -> data.put("dueAt", due.toString()));
      }
      if (type != EventType.CASE_DISPATCHED) {
        add(type, moments.opened(), data);
      } else if (!unit.isEmpty()) {
        add(type, moments.opened(), data.put("unit", unit));
      } else if (mapping.unit().isNone()) {
        add(type, moments.opened(), data);
      }
    }
    moments.ended().ifPresent(this::end);
    return events;
  }

  /** The case came back at this moment. */
  void reopen(Instant moment) {
    change(EventType.CASE_REOPENED, moment, empty());
  }

  /** Another unit took it over at this moment. */
  void reassign(Instant moment, String unit) {
    change(EventType.CASE_DISPATCHED, moment, empty().put("unit", unit));
  }

  /** It was closed, for the first time or again. */
  void close(boolean again) {
    Instant end = moments.ended().orElseThrow();
    if (again) {
      change(ending(), end, endingData());
    } else {
      add(ending(), end, endingData());
    }
  }

  /** What was told so far. */
  List<Event> events() {
    return events;
  }

  private void end(Instant end) {
    add(ending(), end, endingData());
    if (moments.state().equals("reopened")) {
      Instant back = moments.updated().filter(moment -> moment.isAfter(end)).orElse(end);
      add(EventType.CASE_REOPENED, back, empty());
    }
  }

  private EventType ending() {
    return moments.state().equals("cancelled") ? EventType.CASE_CANCELLED : EventType.CASE_CLOSED;
  }

  private ObjectNode endingData() {
    return ending() == EventType.CASE_CLOSED
        ? empty().put("manner", mapping.closeManner())
        : empty();
  }

  private void add(EventType type, Instant time, ObjectNode data) {
    events.add(event(id + "/" + stage(type), type, time, data));
  }

  private void change(EventType type, Instant time, ObjectNode data) {
    events.add(event(id + "/" + stage(type) + "/" + time, type, time, data));
  }

  private Event event(String eventId, EventType type, Instant time, ObjectNode data) {
    return new Event(mapping.source(), eventId, type, mapping.caseId().prefix() + id, time, data);
  }

  private static String stage(EventType type) {
    return type.localName().substring(type.localName().indexOf('.') + 1);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}

package city.chengmai.ingest.lifecycle;

import static city.chengmai.datasets.event.EventType.CASE_FILED;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One event in the life of a case, cut to what the fold needs.
 *
 * @param dueAt due time that the event sets, or that follows from its limit, null when it sets none
 * @param level level that the event sets, empty when it sets none
 * @param unit unit that the event names, empty when it names none
 * @param failed true for a check that did not pass
 * @param identity hash of source and id, 0 when it was not kept
 */
record CaseStep(
    EventType type,
    Instant time,
    Instant dueAt,
    String level,
    String unit,
    boolean failed,
    long identity)
    implements Step {

  private static final Map<String, EventType> TYPES =
      Stream.of(EventType.values())
          .collect(Collectors.toMap(EventType::localName, Function.identity()));

  static CaseStep of(Sighting sighting, DueTimes dueTimes) {
    return new CaseStep(
        sighting.event().type(),
        sighting.event().time(),
        dueAt(sighting, dueTimes),
        sighting.text("level"),
        sighting.text("unit"),
        sighting.text("result").equals("fail"),
        sighting.identity());
  }

  private static Instant dueAt(Sighting sighting, DueTimes dueTimes) {
    JsonNode data = sighting.event().data();
    Instant given = Moments.read(data, "dueAt");
    JsonNode limit = data.get("limitHours");
    boolean counts = given == null && limit != null && sighting.event().type() == CASE_FILED;
    return counts ? dueTimes.filed(sighting.event().time(), limit.doubleValue()) : given;
  }

  void write(StateWriter out) {
    out.text(type.localName()).moment(time).moment(dueAt).text(level).text(unit);
    out.small(failed ? 1 : 0).whole(identity);
  }

  static CaseStep read(StateReader in) {
    return new CaseStep(
        type(in.text()),
        in.moment(),
        in.moment(),
        in.text(),
        in.text(),
        in.small() == 1,
        in.knowsRevisions() ? in.whole() : 0);
  }

  static EventType type(String localName) {
    EventType type = TYPES.get(localName);
    if (type == null) {
      throw new StateFormatException(
          "entity state names the unknown event type " + localName, null);
    }
    return type;
  }
}

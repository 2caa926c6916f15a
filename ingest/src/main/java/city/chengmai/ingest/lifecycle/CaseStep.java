package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Moments;
import java.time.Instant;

/**
 * One event in the life of a case, cut to what the fold needs.
 *
 * @param dueAt due time that the event sets, null when it sets none
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

  private static final EventType[] TYPES = EventType.values();

  static CaseStep of(Sighting sighting) {
    return new CaseStep(
        sighting.event().type(),
        sighting.event().time(),
        Moments.read(sighting.event().data(), "dueAt"),
        sighting.text("level"),
        sighting.text("unit"),
        sighting.text("result").equals("fail"),
        sighting.identity());
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
    for (EventType type : TYPES) {
      if (type.localName().equals(localName)) {
        return type;
      }
    }
    throw new StateFormatException("entity state names the unknown event type " + localName, null);
  }
}

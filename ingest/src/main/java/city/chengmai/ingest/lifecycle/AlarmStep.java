package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.place.Place;
import java.time.Instant;

/** One event of a device alarm, cut to what the fold needs. */
record AlarmStep(EventType type, Instant time, String kind, Place place, long identity)
    implements Step {

  static AlarmStep of(Sighting sighting) {
    return new AlarmStep(
        sighting.event().type(),
        sighting.event().time(),
        sighting.text("kind"),
        sighting.place(),
        sighting.identity());
  }

  void write(StateWriter out) {
    out.text(type.localName()).moment(time).text(kind).place(place).whole(identity);
  }

  static AlarmStep read(StateReader in) {
    return new AlarmStep(CaseStep.type(in.text()), in.moment(), in.text(), in.place(), in.whole());
  }
}

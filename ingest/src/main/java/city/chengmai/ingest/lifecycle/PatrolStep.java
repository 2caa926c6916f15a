package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Moments;
import city.chengmai.ingest.place.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One event in the life of a patrol round, cut to what the fold needs.
 *
 * @param place where the round is planned, unknown in other steps
 * @param plannedFor for when it is planned, null in other steps
 * @param coverage share walked, null when not told
 */
record PatrolStep(
    EventType type,
    Instant time,
    Place place,
    Instant plannedFor,
    Double coverage,
    boolean valid,
    long identity)
    implements Step {

  static PatrolStep of(Sighting sighting) {
    boolean isPlan = sighting.event().type() == EventType.PATROL_PLANNED;
    JsonNode coverage = sighting.event().data().get("coverage");
    return new PatrolStep(
        sighting.event().type(),
        sighting.event().time(),
        isPlan ? sighting.place() : Place.UNKNOWN,
        Moments.read(sighting.event().data(), "plannedFor"),
        coverage == null ? null : (Double) coverage.doubleValue(),
        sighting.flag("valid", true),
        sighting.identity());
  }

  void write(StateWriter out) {
    out.text(type.localName()).moment(time).place(place).moment(plannedFor).decimal(coverage);
    out.small(valid ? 1 : 0).whole(identity);
  }

  static PatrolStep read(StateReader in) {
    return new PatrolStep(
        CaseStep.type(in.text()),
        in.moment(),
        in.place(),
        in.moment(),
        in.decimal(),
        in.small() == 1,
        in.whole());
  }
}

package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import java.time.Instant;

/**
 * One event in the life of a hotline order after its receipt, cut to what the fold needs.
 *
 * @param outcome outcome of a reply, else empty
 * @param answered whether a call-back was answered
 * @param satisfaction what the caller said in a call-back that was answered, else empty
 */
record OrderStep(
    EventType type,
    Instant time,
    String outcome,
    boolean answered,
    String satisfaction,
    long identity)
    implements Step {

  static OrderStep of(Sighting sighting) {
    boolean answered = sighting.flag("answered", false);
    return new OrderStep(
        sighting.event().type(),
        sighting.event().time(),
        sighting.text("outcome"),
        answered,
        answered ? sighting.text("satisfaction") : "",
        sighting.identity());
  }

  void write(StateWriter out) {
    out.text(type.localName()).moment(time).text(outcome).small(answered ? 1 : 0);
    out.text(satisfaction).whole(identity);
  }

  static OrderStep read(StateReader in) {
    return new OrderStep(
        CaseStep.type(in.text()), in.moment(), in.text(), in.small() == 1, in.text(), in.whole());
  }
}

package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.intake.Moments;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.RowWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What is known of one hotline order. */
record OrderState(
    Received received,
    Instant firstContactedAt,
    Instant repliedAt,
    String outcome,
    Instant calledBackAt,
    boolean answered,
    String satisfaction,
    Instant updatedAt,
    int events) {

  /** What was told when the order came in; stays the same. */
  record Received(
      String source,
      String category,
      String demanderType,
      Place place,
      String callerHash,
      String caseId,
      Instant at,
      boolean contactNeeded,
      Instant dueAt) {}

  static OrderState received(Sighting sighting) {
    JsonNode caller = sighting.event().data().path("caller");
    JsonNode known = caller.path(caller.has("phone") ? "phone" : "identityNumber");
    Received received =
        new Received(
            sighting.event().source(),
            sighting.text("category"),
            sighting.text("demanderType"),
            sighting.place(),
            known.asText(""),
            sighting.text("caseId"),
            sighting.event().time(),
            sighting.flag("contactNeeded", false),
            Moments.read(sighting.event().data(), "dueAt"));
    Instant at = sighting.event().time();
    return new OrderState(received, null, null, "", null, false, "", at, 1);
  }

  OrderState with(Sighting sighting) throws Refusal {
    Instant time = sighting.event().time();
    if (time.isBefore(received.at())) {
      throw new Refusal(
          DeadLetterReason.IMPOSSIBLE_ORDER,
          sighting.event().type().localName() + " at " + time + ", but received " + received.at());
    }
    return switch (sighting.event().type()) {
      case ORDER_FIRST_CONTACTED -> firstContacted(time);
      case ORDER_REPLIED -> replied(time, sighting.text("outcome"));
      case ORDER_CALLED_BACK -> calledBack(time, sighting);
      default -> throw new IllegalStateException("not an order event");
    };
  }

  private OrderState firstContacted(Instant time) {
    // The first of several contacts is the one that is measured.
    boolean earlier = firstContactedAt == null || time.isBefore(firstContactedAt);
    Instant contacted = earlier ? time : firstContactedAt;
    return new OrderState(
        received,
        contacted,
        repliedAt,
        outcome,
        calledBackAt,
        answered,
        satisfaction,
        later(time),
        events + 1);
  }

  private OrderState replied(Instant time, String how) {
    boolean newer = repliedAt == null || !time.isBefore(repliedAt);
    return new OrderState(
        received,
        firstContactedAt,
        newer ? time : repliedAt,
        newer ? how : outcome,
        calledBackAt,
        answered,
        satisfaction,
        later(time),
        events + 1);
  }

  private OrderState calledBack(Instant time, Sighting sighting) {
    if (calledBackAt != null && time.isBefore(calledBackAt)) {
      return new OrderState(
          received,
          firstContactedAt,
          repliedAt,
          outcome,
          calledBackAt,
          answered,
          satisfaction,
          updatedAt,
          events + 1);
    }
    boolean wasAnswered = sighting.flag("answered", false);
    String said = wasAnswered ? sighting.text("satisfaction") : "";
    return new OrderState(
        received,
        firstContactedAt,
        repliedAt,
        outcome,
        time,
        wasAnswered,
        said,
        later(time),
        events + 1);
  }

  private Instant later(Instant time) {
    return time.isAfter(updatedAt) ? time : updatedAt;
  }

  Place place() {
    return received.place();
  }

  byte[] row(Sighting sighting, RowWriter writer) {
    writer.text(sighting.event().subject()).text(received.source()).text(received.category());
    writer.text(received.demanderType()).text(place().grid());
    writer.optionalDecimal(place().longitude()).optionalDecimal(place().latitude());
    writer.text(received.callerHash()).text(received.caseId()).moment(received.at());
    writer.flag(received.contactNeeded()).optionalMoment(firstContactedAt);
    writer.optionalMoment(received.dueAt()).optionalMoment(repliedAt).text(outcome);
    writer.optionalMoment(calledBackAt).flag(answered).text(satisfaction);
    return writer.moment(updatedAt).moment(sighting.recordedAt()).count64(events).toRow();
  }

  byte[] toBytes() {
    StateWriter out = new StateWriter();
    out.text(received.source()).text(received.category()).text(received.demanderType());
    out.place(received.place()).text(received.callerHash()).text(received.caseId());
    out.moment(received.at()).small(received.contactNeeded() ? 1 : 0).moment(received.dueAt());
    out.moment(firstContactedAt).moment(repliedAt).text(outcome).moment(calledBackAt);
    return out.small(answered ? 1 : 0).text(satisfaction).moment(updatedAt).count(events).toBytes();
  }

  static OrderState of(byte[] state) {
    StateReader in = new StateReader(state);
    Received received =
        new Received(
            in.text(),
            in.text(),
            in.text(),
            in.place(),
            in.text(),
            in.text(),
            in.moment(),
            in.small() == 1,
            in.moment());
    return new OrderState(
        received,
        in.moment(),
        in.moment(),
        in.text(),
        in.moment(),
        in.small() == 1,
        in.text(),
        in.moment(),
        in.count());
  }
}

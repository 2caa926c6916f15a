package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.intake.Moments;
import city.chengmai.ingest.place.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What was told when a hotline order came in; changes only with a revision of that event. */
record OrderReceipt(
    String source,
    String category,
    String demanderType,
    Place place,
    String callerHash,
    String caseId,
    Instant at,
    boolean contactNeeded,
    Instant dueAt) {

  static OrderReceipt of(Sighting sighting) {
    JsonNode caller = sighting.event().data().path("caller");
    JsonNode known = caller.path(caller.has("phone") ? "phone" : "identityNumber");
    return new OrderReceipt(
        sighting.event().source(),
        sighting.text("category"),
        sighting.text("demanderType"),
        sighting.place(),
        known.asText(""),
        sighting.text("caseId"),
        sighting.event().time(),
        sighting.flag("contactNeeded", false),
        Moments.read(sighting.event().data(), "dueAt"));
  }

  void write(StateWriter out) {
    out.text(source).text(category).text(demanderType).place(place);
    out.text(callerHash).text(caseId).moment(at).small(contactNeeded ? 1 : 0).moment(dueAt);
  }

  static OrderReceipt read(StateReader in) {
    return new OrderReceipt(
        in.text(),
        in.text(),
        in.text(),
        in.place(),
        in.text(),
        in.text(),
        in.moment(),
        in.small() == 1,
        in.moment());
  }
}

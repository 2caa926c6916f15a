package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;

/** What the report of a case said; stays the same for the life of the case. */
record CaseReport(
    String source,
    String channel,
    String category,
    String kind,
    Place place,
    String address,
    String description,
    String orderId,
    String siteId) {

  static CaseReport of(Sighting sighting) {
    return new CaseReport(
        sighting.event().source(),
        sighting.text("channel"),
        sighting.text("category"),
        sighting.text("kind"),
        sighting.place(),
        sighting.text("address"),
        sighting.text("description"),
        sighting.text("orderId"),
        sighting.text("siteId"));
  }

  void write(StateWriter out) {
    out.text(source).text(channel).text(category).text(kind).place(place);
    out.text(address).text(description).text(orderId).text(siteId);
  }

  static CaseReport read(StateReader in) {
    return new CaseReport(
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.place(),
        in.text(),
        in.text(),
        in.text(),
        in.text());
  }
}

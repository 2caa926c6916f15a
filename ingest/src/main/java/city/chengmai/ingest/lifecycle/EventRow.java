package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;

/** The row of an accepted event: for table {@code events}, a revision for both tables of events. */
public final class EventRow {

  private EventRow() {}

  /**
   * The row.
   *
   * @param entityPlace where the entity is, for an event that does not say itself
   */
  public static Fact of(Sighting sighting, Place entityPlace, RowWriter writer) {
    Event event = sighting.event();
    Place place = sighting.place().isUnknown() ? entityPlace : sighting.place();
    byte[] row =
        writer
            .text(event.source())
            .text(event.id())
            .text(event.type().wireName())
            .text(event.subject())
            .text(place.grid())
            .text(place.overlayGrid())
            .moment(event.time())
            .moment(sighting.recordedAt())
            .text(event.data().toString())
            .count64(sighting.version())
            .toRow();
    FactTable table = sighting.isRevision() ? FactTable.EVENT_REVISIONS : FactTable.EVENTS;
    return new Fact(table, event.subject(), row);
  }
}

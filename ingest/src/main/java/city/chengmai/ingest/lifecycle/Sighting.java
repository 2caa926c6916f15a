package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.ContentHash;
import city.chengmai.ingest.place.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * An accepted, pseudonymised event and where it was located.
 *
 * @param event the event
 * @param place where it happened
 * @param recordedAt ingest time
 * @param revision 0 for an event that is new, else how often its content has changed
 */
public record Sighting(Event event, Place place, Instant recordedAt, int revision) {

  /** Beyond any ingest time in milliseconds: a revision's version is larger than all before. */
  private static final int REVISION_SHIFT = 48;

  /** Refuses nulls. */
  public Sighting {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(recordedAt, "recordedAt");
  }

  /** A new event. */
  public Sighting(Event event, Place place, Instant recordedAt) {
    this(event, place, recordedAt, 0);
  }

  /** Whether the event was accepted before with other content. */
  public boolean isRevision() {
    return revision > 0;
  }

  /** Hash of source and id. */
  public long identity() {
    return ContentHash.identity(event);
  }

  /** Version of a row that this event alone decides: the latest revision wins, then the latest. */
  public long version() {
    return ((long) revision << REVISION_SHIFT) + recordedAt.toEpochMilli();
  }

  /** A text of the payload, empty when absent. */
  public String text(String name) {
    JsonNode value = event.data().get(name);
    return value == null || !value.isTextual() ? "" : value.textValue();
  }

  /** A truth of the payload, or the fallback when absent. */
  public boolean flag(String name, boolean fallback) {
    JsonNode value = event.data().get(name);
    return value == null ? fallback : value.booleanValue();
  }
}

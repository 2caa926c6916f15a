package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
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
 */
public record Sighting(Event event, Place place, Instant recordedAt) {

  /** Refuses nulls. */
  public Sighting {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(recordedAt, "recordedAt");
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

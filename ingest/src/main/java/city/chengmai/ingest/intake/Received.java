package city.chengmai.ingest.intake;

import city.chengmai.datasets.event.Event;
import java.util.Objects;

/**
 * A checked event as it came in.
 *
 * @param event the event
 * @param gridId grid named by the envelope (CloudEvents extension), empty when absent
 */
public record Received(Event event, String gridId) {

  /** Refuses nulls. */
  public Received {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(gridId, "gridId");
  }
}

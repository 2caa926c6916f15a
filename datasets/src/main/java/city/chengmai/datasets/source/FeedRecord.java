package city.chengmai.datasets.source;

import city.chengmai.datasets.event.Event;
import java.util.List;

/**
 * One source record and the events it stands for.
 *
 * @param position number of source records taken once this one is
 * @param events in the order they happened; empty when the record was refused
 * @param notes what the mapping had to do, for example {@code default-point}, {@code refused:...}
 */
public record FeedRecord(long position, List<Event> events, List<String> notes) {

  /** Copies the lists. */
  public FeedRecord {
    events = List.copyOf(events);
    notes = List.copyOf(notes);
  }
}

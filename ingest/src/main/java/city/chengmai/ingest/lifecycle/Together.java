package city.chengmai.ingest.lifecycle;

import java.util.List;

/**
 * What an event made of an entity, and the waiting events that could be taken with it.
 *
 * @param folded state and row after all of them
 * @param taken those that no longer wait, in the order they were given
 */
public record Together(Folded folded, List<Sighting> taken) {

  /** Copies the list. */
  public Together {
    taken = List.copyOf(taken);
  }
}

package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.Fact;
import java.util.Objects;

/**
 * What an event made of an entity.
 *
 * @param state new state as bytes, null when the entity keeps none
 * @param fact row of the entity's table, null when the event changes none
 * @param place where the entity is, for events that do not say themselves
 * @param standing what clocks need of the entity, null when none runs on it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record Folded(byte[] state, Fact fact, Place place, Standing standing) {

  /** Refuses a null place. */
  public Folded {
    Objects.requireNonNull(place, "place");
  }

  /** Of an entity that no clock runs on. */
  public Folded(byte[] state, Fact fact, Place place) {
    this(state, fact, place, null);
  }
}

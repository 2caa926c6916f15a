package city.chengmai.analytics.model.foresight;

import java.time.Instant;
import java.util.Optional;

/**
 * A matter as somebody told of it.
 *
 * @param id of the order or case
 * @param kind how it was told
 * @param grid base grid
 * @param category leaf
 * @param at when
 * @param voidFrom when it turned out void
 * @param longitude WGS 84
 * @param latitude WGS 84
 * @param address empty when none is told
 */
public record Told(
    String id,
    Kind kind,
    String grid,
    String category,
    Instant at,
    Optional<Instant> voidFrom,
    double longitude,
    double latitude,
    String address) {

  /** How a matter was told. */
  public enum Kind {
    /** A hotline order: somebody complained. */
    ORDER,
    /** A case that somebody found without being told. */
    FIND,
    /** Any other case. */
    CASE
  }

  boolean isKnownAt(Instant moment) {
    return at.isBefore(moment) && voidFrom.map(end -> !end.isBefore(moment)).orElse(true);
  }
}

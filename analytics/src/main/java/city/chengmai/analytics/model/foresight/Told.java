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

  private static final double EARTH_RADIUS = 6_371_008.8;

  /** How a matter was told. */
  public enum Kind {
    /** A hotline order: somebody complained. */
    ORDER,
    /** A case that somebody found without being told. */
    FIND,
    /** Any other case. */
    CASE
  }

  /** Metres to another: the haversine formula (Sinnott, Sky and Telescope 68, 1984). */
  public double metresTo(Told other) {
    double latitudes = Math.toRadians(other.latitude - latitude) / 2;
    double longitudes = Math.toRadians(other.longitude - longitude) / 2;
    double square =
        Math.pow(Math.sin(latitudes), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(longitudes), 2);
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(square)));
  }

  boolean isKnownAt(Instant moment) {
    return at.isBefore(moment) && voidFrom.map(end -> !end.isBefore(moment)).orElse(true);
  }
}

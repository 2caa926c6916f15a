package city.chengmai.ingest.place;

import java.util.Objects;

/**
 * Where an event happened.
 *
 * @param grid base grid, empty when it could not be located
 * @param overlayGrid overlay grid that the point lies in too, empty when none
 * @param longitude WGS 84, null when no point was given
 * @param latitude WGS 84, null when no point was given
 */
public record Place(String grid, String overlayGrid, Double longitude, Double latitude) {

  /** No place at all. */
  public static final Place UNKNOWN = new Place("", "", null, null);

  /** Refuses null names. */
  public Place {
    Objects.requireNonNull(grid, "grid");
    Objects.requireNonNull(overlayGrid, "overlayGrid");
  }

  /** Whether nothing is known, so that what is known of the entity may stand in. */
  public boolean isUnknown() {
    return grid.isEmpty() && overlayGrid.isEmpty() && longitude == null;
  }
}

package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Space to let and who sits where. */
public final class SpaceQueries {

  /**
   * A building.
   *
   * @param place its grid; empty when not located
   * @param lettableArea square metres; null when nobody tells
   * @param letArea square metres; null when nobody tells
   * @param longitude degrees, WGS 84; null when nobody tells
   * @param toldAt when the let area was told last
   * @param tenants enterprises that sit in it
   */
  public record BuildingRow(
      String buildingId,
      String name,
      String place,
      Double lettableArea,
      Double letArea,
      Double longitude,
      Double latitude,
      Instant toldAt,
      long tenants) {

    /** Whether both areas are told and agree with each other. */
    public boolean measured() {
      return lettableArea != null && letArea != null && lettableArea > 0 && letArea <= lettableArea;
    }
  }

  /** Enterprises of a grid. */
  public record EnterprisesRow(String place, long enterprises) {}

  private final Store store;

  /** Questions to this store. */
  public SpaceQueries(Store store) {
    this.store = store;
  }

  /** All buildings, those with most space to let first. */
  public List<BuildingRow> buildings(Instant now) {
    return store.rows("space-buildings", BuildingRow.class, Map.of("now", now));
  }

  /** Enterprises on file by grid. */
  public List<EnterprisesRow> enterprises() {
    return store.rows("space-enterprises", EnterprisesRow.class, Map.of());
  }
}

package city.chengmai.analytics.job;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;

/**
 * Which areas are peers of each other: grids of one type and community form where enough share
 * both, else grids of one type; overlay grids among themselves; areas above grids within a level.
 */
final class PeerGroups implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String OVERLAY = "overlay";

  private final HashMap<String, Integer> sizes = new HashMap<>();
  private final int smallest;

  /**
   * The groups of these areas.
   *
   * @param smallest grids that make a group of type and form
   */
  PeerGroups(AreaForest areas, int smallest) {
    this.smallest = smallest;
    for (AreaNode grid : areas.baseGrids()) {
      if (!grid.communityForm().isEmpty()) {
        sizes.merge(typeAndForm(grid), 1, Integer::sum);
      }
    }
  }

  /** The groups of an area: first its own, then the wider one of its type, if that is another. */
  List<String> of(AreaNode area) {
    if (area.overlay()) {
      return List.of(OVERLAY);
    }
    if (!area.grid()) {
      return List.of(area.level());
    }
    return sizes.getOrDefault(typeAndForm(area), 0) >= smallest
        ? List.of(typeAndForm(area), area.gridType())
        : List.of(area.gridType());
  }

  private static String typeAndForm(AreaNode grid) {
    return grid.gridType() + "/" + grid.communityForm();
  }
}

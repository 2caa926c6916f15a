package city.chengmai.datasets.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The areas of one city as a tree, in display order. Immutable. */
public final class AreaTree {

  private final List<Area> areas;
  private final Map<String, Area> byId = new LinkedHashMap<>();

  /**
   * The tree of these areas.
   *
   * @throws IllegalArgumentException when an id repeats, a parent is missing or there is not
   *     exactly one root
   */
  public AreaTree(List<Area> areas) {
    this.areas = List.copyOf(areas);
    for (Area area : this.areas) {
      if (byId.put(area.id(), area) != null) {
        throw new IllegalArgumentException("area id " + area.id() + " appears twice");
      }
    }
    long roots = this.areas.stream().filter(area -> area.parentId().isEmpty()).count();
    if (roots != 1) {
      throw new IllegalArgumentException("expected one area without a parent, found " + roots);
    }
    this.areas.forEach(this::requireParent);
  }

  /** Every area, parents before children as given. */
  public List<Area> areas() {
    return areas;
  }

  /** The grids that divide the city without overlap (基础网格). */
  public List<Area> baseGrids() {
    return areas.stream().filter(a -> a.level() == AreaLevel.GRID && !a.overlay()).toList();
  }

  /** The grids laid over base grids, such as construction sites. */
  public List<Area> overlayGrids() {
    return areas.stream().filter(Area::overlay).toList();
  }

  /** The root: the largest area of this installation. */
  public Area root() {
    return areas.stream().filter(area -> area.parentId().isEmpty()).findFirst().orElseThrow();
  }

  /** The area of this id. */
  public Optional<Area> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private void requireParent(Area area) {
    if (area.parentId().isPresent() && !byId.containsKey(area.parentId().get())) {
      throw new IllegalArgumentException(
          "area " + area.id() + ": parent " + area.parentId().get() + " is not in the tree");
    }
  }
}

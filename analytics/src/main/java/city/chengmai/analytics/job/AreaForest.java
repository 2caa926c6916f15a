package city.chengmai.analytics.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The areas of the city with their ancestors. Immutable, travels to executors. */
final class AreaForest implements Serializable {

  /** In place of a grid: the city as a whole. */
  static final String EVERYWHERE = "*";

  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, AreaNode> nodes = new LinkedHashMap<>();

  AreaForest(Collection<AreaNode> areas) {
    areas.forEach(area -> nodes.put(area.id(), area));
  }

  List<AreaNode> areas() {
    return List.copyOf(nodes.values());
  }

  Optional<AreaNode> find(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  AreaNode root() {
    return nodes.values().stream()
        .filter(area -> area.parent().isEmpty() && !area.overlay())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("table areas holds no root"));
  }

  List<AreaNode> baseGrids() {
    return nodes.values().stream().filter(area -> area.grid() && !area.overlay()).toList();
  }

  /**
   * The areas that a case in this grid counts for: the grid, and above a base grid its ancestors.
   * What is {@link #EVERYWHERE} counts for every area.
   */
  List<String> countedIn(String grid) {
    if (grid.equals(EVERYWHERE)) {
      return List.copyOf(nodes.keySet());
    }
    List<String> areas = new ArrayList<>();
    AreaNode node = nodes.get(grid);
    if (node != null && node.overlay()) {
      return List.of(grid);
    }
    while (node != null && !areas.contains(node.id())) {
      areas.add(node.id());
      node = nodes.get(node.parent());
    }
    return areas;
  }

  /** What 30 days of cases are held against in an area, see {@link AreaNode#exposure}. */
  Optional<AreaNode.Exposure> exposure(AreaNode area) {
    return exposure(area, AreaNode::exposure);
  }

  /**
   * The exposure of an area: its own, or the sum of its base grids where they share a unit. Of the
   * amount 0, which is unknown, when that of one of them is: its cases would be held against the
   * exposure of the others.
   */
  Optional<AreaNode.Exposure> exposure(
      AreaNode area, Function<AreaNode, Optional<AreaNode.Exposure>> ofGrid) {
    if (area.grid()) {
      return ofGrid.apply(area);
    }
    List<AreaNode.Exposure> parts =
        baseGrids().stream()
            .filter(grid -> countedIn(grid.id()).contains(area.id()))
            .flatMap(grid -> ofGrid.apply(grid).stream())
            .toList();
    if (parts.stream().map(AreaNode.Exposure::unit).distinct().count() != 1) {
      return Optional.empty();
    }
    boolean known = parts.stream().allMatch(part -> part.amount() > 0);
    double sum = parts.stream().mapToDouble(AreaNode.Exposure::amount).sum();
    return Optional.of(new AreaNode.Exposure(parts.get(0).unit(), known ? sum : 0));
  }
}

package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Which cell is a grid of which type. The split is declared by the table of grids: 14 street-front,
 * 17 residents' committee, 6 village committee and 10 building grids.
 */
final class GridPlan {

  private final Map<GridType, List<Polygon>> cells = new EnumMap<>(GridType.class);

  /** Building grids in the business district, village grids far out, street-front at main roads. */
  GridPlan(List<Polygon> all, Map<GridType, Integer> split) {
    List<Polygon> rest = new ArrayList<>(all);
    Comparator<Polygon> byDistance = Comparator.comparingDouble(GridPlan::metresToCentre);
    take(rest, GridType.BUILDING, byDistance, split);
    take(rest, GridType.VILLAGE_COMMITTEE, byDistance.reversed(), split);
    take(rest, GridType.STREET_FRONT, Comparator.comparingDouble(GridPlan::metresToRoad), split);
    take(rest, GridType.RESIDENTS_COMMITTEE, byDistance, split);
  }

  /** The cells of a type from north to south. */
  List<Polygon> cells(GridType type) {
    return cells.get(type);
  }

  private void take(
      List<Polygon> rest, GridType type, Comparator<Polygon> order, Map<GridType, Integer> split) {
    rest.sort(order);
    List<Polygon> head = rest.subList(0, split.get(type));
    List<Polygon> taken = new ArrayList<>(head);
    head.clear();
    taken.sort(Comparator.comparingDouble(cell -> -middle(cell).y));
    cells.put(type, taken);
  }

  private static double metresToCentre(Polygon cell) {
    return middle(cell).distance(Outline.BUSINESS_DISTRICT);
  }

  private static double metresToRoad(Polygon cell) {
    return Outline.metresToMainRoad(middle(cell));
  }

  private static Coordinate middle(Polygon cell) {
    return cell.getCentroid().getCoordinate();
  }
}

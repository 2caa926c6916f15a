package city.chengmai.datasets.source.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Which comprehensive grid (综合网格) a cell belongs to: the western and the eastern half of the cells,
 * each cut into a northern and a southern one.
 */
final class ComprehensiveGrids {

  /** A comprehensive grid; all names are invented. */
  record Named(String id, String nameZh, String nameEn) {}

  /** In the order of their ids. */
  static final List<Named> ALL =
      List.of(
          new Named("xq-z1", "芦浦综合网格", "Lupu comprehensive grid"),
          new Named("xq-z2", "柳汀综合网格", "Liuting comprehensive grid"),
          new Named("xq-z3", "云栈综合网格", "Yunzhan comprehensive grid"),
          new Named("xq-z4", "星河综合网格", "Xinghe comprehensive grid"));

  private final List<List<Polygon>> parts = new ArrayList<>();

  ComprehensiveGrids(List<Polygon> cells) {
    for (List<Polygon> half : halves(cells, Comparator.comparingDouble(cell -> middle(cell).x))) {
      parts.addAll(halves(half, Comparator.comparingDouble(cell -> -middle(cell).y)));
    }
  }

  /** The id of the comprehensive grid of a cell. */
  String of(Polygon cell) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).contains(cell)) {
        return ALL.get(i).id();
      }
    }
    throw new IllegalArgumentException("no comprehensive grid has the cell " + cell);
  }

  private static List<List<Polygon>> halves(List<Polygon> cells, Comparator<Polygon> order) {
    List<Polygon> sorted = cells.stream().sorted(order).toList();
    int middle = (sorted.size() + 1) / 2;
    return List.of(sorted.subList(0, middle), sorted.subList(middle, sorted.size()));
  }

  private static Coordinate middle(Polygon cell) {
    return cell.getCentroid().getCoordinate();
  }
}

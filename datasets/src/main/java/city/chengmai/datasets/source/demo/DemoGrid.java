package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.GridType;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A base grid with what makes it itself.
 *
 * @param number place in the list of base grids
 * @param area the grid in the area tree
 * @param metres its cell on the {@link MetricPlane}
 * @param traits how busy and how well run it is
 * @param spots where things happen in it
 */
record DemoGrid(int number, Area area, Geometry metres, GridTraits traits, List<Spot> spots) {

  String id() {
    return area.id();
  }

  GridType type() {
    return area.gridType().orElseThrow();
  }

  boolean isNextTo(DemoGrid other) {
    return other.number != number && metres.intersection(other.metres).getLength() > 1;
  }
}

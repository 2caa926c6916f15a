package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * A construction site (在建工地).
 *
 * @param id record id
 * @param nameZh invented name
 * @param overlayId id of its own overlay grid, empty when it has none
 * @param middle WGS 84 degrees
 * @param home grid in whose care it is
 * @param spots places at the site by number of the grid they lie in
 * @param firstDay first day of work
 * @param dayAfter day after the last one
 */
record Site(
    String id,
    String nameZh,
    String overlayId,
    Coordinate middle,
    DemoGrid home,
    Map<Integer, List<Spot>> spots,
    LocalDate firstDay,
    LocalDate dayAfter) {

  boolean isOpen(LocalDate day) {
    return !day.isBefore(firstDay) && day.isBefore(dayAfter);
  }

  List<Spot> spotsIn(DemoGrid grid) {
    return spots.getOrDefault(grid.number(), List.of());
  }
}

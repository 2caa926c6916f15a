package city.chengmai.dashboard.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A map of grids coloured by class (网格图), as plain data. {@link GridMapRenderer} draws it.
 *
 * @param caption words
 * @param cells base grids, which together cover the district without overlapping
 * @param overlays grids drawn over the base grids, such as construction sites
 */
public record GridMap(Caption caption, List<Cell> cells, List<Overlay> overlays) {

  /**
   * One base grid.
   *
   * @param area area id and label
   * @param shape polygon or multi-polygon in degrees, longitude first (WGS 84)
   * @param shade its class; {@link Shade#NONE} is hatched
   * @param alarm whether it carries an alarm mark
   * @param link address of its page
   */
  public record Cell(Area area, Geometry shape, Shade shade, boolean alarm, Optional<String> link) {
    /** Checks that everything is there. */
    public Cell {
      Objects.requireNonNull(area, "area");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(shade, "shade");
      Objects.requireNonNull(link, "link");
    }
  }

  /**
   * Identity of an area.
   *
   * @param id area id
   * @param label short label written on the map
   * @param spoken what a screen reader and the tip say, such as "海棠 3 号网格，B 级"
   */
  public record Area(String id, String label, String spoken) {
    /** Checks that the texts are there. */
    public Area {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(spoken, "spoken");
    }
  }

  /**
   * A grid over the base grids, drawn as a dashed outline.
   *
   * @param area area id and label
   * @param shape polygon or multi-polygon in degrees, longitude first (WGS 84)
   */
  public record Overlay(Area area, Geometry shape) {
    /** Checks that everything is there. */
    public Overlay {
      Objects.requireNonNull(area, "area");
      Objects.requireNonNull(shape, "shape");
    }
  }

  /** Checks and copies. */
  public GridMap {
    Objects.requireNonNull(caption, "caption");
    cells = List.copyOf(cells);
    overlays = List.copyOf(overlays);
  }
}

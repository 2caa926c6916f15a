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
 * @param spot a place that an alarm is about
 * @param marks places that are marked without alarm
 */
public record GridMap(
    Caption caption,
    List<Cell> cells,
    List<Overlay> overlays,
    Optional<Spot> spot,
    List<Mark> marks) {

  /**
   * One base grid.
   *
   * @param area area id and label
   * @param shape polygon or multi-polygon in degrees, longitude first (WGS 84)
   * @param shade its class; {@link Shade#NONE} is hatched
   * @param sign what is written on it: the sign of its class, or its figure
   * @param alarm whether it carries an alarm mark
   * @param link address of its page
   */
  public record Cell(
      Area area, Geometry shape, Shade shade, String sign, boolean alarm, Optional<String> link) {

    /** A grid with the sign of its class. */
    public Cell(Area area, Geometry shape, Shade shade, boolean alarm, Optional<String> link) {
      this(area, shape, shade, shade.sign(), alarm, link);
    }

    /** Checks that everything is there. */
    public Cell {
      Objects.requireNonNull(area, "area");
      Objects.requireNonNull(shape, "shape");
      Objects.requireNonNull(shade, "shade");
      Objects.requireNonNull(sign, "sign");
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

  /**
   * A place with what is about it, drawn as a ring around a point.
   *
   * @param longitude degrees, WGS 84
   * @param latitude degrees, WGS 84
   * @param radius metres; 0 for the point alone
   * @param spoken what a screen reader and the tip say
   */
  public record Spot(double longitude, double latitude, double radius, String spoken) {
    /** Checks that there is a text and no negative radius. */
    public Spot {
      Objects.requireNonNull(spoken, "spoken");
      if (!(radius >= 0)) {
        throw new IllegalArgumentException("radius must not be negative but is " + radius);
      }
    }
  }

  /**
   * A place, drawn as a small diamond.
   *
   * @param longitude degrees, WGS 84
   * @param latitude degrees, WGS 84
   * @param spoken what a screen reader and the tip say
   */
  public record Mark(double longitude, double latitude, String spoken) {
    /** Checks that there is a text. */
    public Mark {
      Objects.requireNonNull(spoken, "spoken");
    }
  }

  /** A map without a marked place. */
  public GridMap(Caption caption, List<Cell> cells, List<Overlay> overlays) {
    this(caption, cells, overlays, Optional.empty(), List.of());
  }

  /** The same with a place that an alarm is about. */
  public GridMap with(Spot place) {
    return new GridMap(caption, cells, overlays, Optional.of(place), marks);
  }

  /** The same with these places marked. */
  public GridMap marked(List<Mark> places) {
    return new GridMap(caption, cells, overlays, spot, places);
  }

  /** Checks and copies. */
  public GridMap {
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(spot, "spot");
    cells = List.copyOf(cells);
    overlays = List.copyOf(overlays);
    marks = List.copyOf(marks);
  }
}

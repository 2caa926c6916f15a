package city.chengmai.ingest.place;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaLevel;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.ingest.intake.Received;
import city.chengmai.ingest.intake.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Puts events into grids. A point decides; without one, or when it lies between the grids, the
 * area's id, the {@code gridid} attribute and the area's name are asked in this order. Overlay
 * grids are looked up apart. All of it as drawn on the day of the event, so that a late event lies
 * in the grid of its day. Thread-safe.
 */
public final class Locator {

  private final AreaTree areas;
  private final AreaIndex baseGrids;
  private final AreaIndex overlayGrids;
  private final AreaIndex everything;
  private final AreaNames names;
  private final ZoneId zone;
  private final int borderMetres;

  /**
   * A locator over a city's areas.
   *
   * @param zone zone in which an event's day is told, to find the grids as drawn on that day
   * @param borderMetres how far over the border a point still counts as inside
   */
  public Locator(AreaTree areas, ZoneId zone, int borderMetres) {
    this.areas = areas;
    this.baseGrids = new AreaIndex(areas.baseGrids());
    this.overlayGrids = new AreaIndex(areas.overlayGrids());
    this.everything = new AreaIndex(areas.areas());
    this.names = new AreaNames(areas.areas());
    this.zone = zone;
    this.borderMetres = borderMetres;
  }

  /**
   * The place of an event, {@link Place#UNKNOWN} when it tells none. A grid named by its id wins
   * over the point, the point over a grid named by a spelling: whoever sends an id has looked it
   * up.
   *
   * @throws Refusal when the point lies outside the city, not just over its border, and no grid is
   *     named
   */
  public Place locate(Received received) throws Refusal {
    Event event = received.event();
    JsonNode point = event.data().get("point");
    LocalDate day = LocalDate.ofInstant(event.time(), zone);
    Optional<Area> byId = byId(event.data(), received.gridId(), day);
    Optional<Area> named = byId.or(() -> bySpelling(event.data(), day));
    if (point == null) {
      return named.map(Locator::place).orElse(Place.UNKNOWN);
    }
    return locate(coordinate(point), day, byId, named);
  }

  private Place locate(Coordinate point, LocalDate day, Optional<Area> byId, Optional<Area> named)
      throws Refusal {
    Optional<Area> base = baseGrids.find(point, day);
    Optional<Area> overlay = overlayGrids.find(point, day).or(() -> byId.filter(Area::overlay));
    boolean inside =
        base.isPresent() || overlay.isPresent() || everything.find(point, day).isPresent();
    if (!inside) {
      // Somebody knew the grid; a point off the shore does not make the event foreign.
      return named.isPresent() ? place(named.get()) : justOutside(point, day);
    }
    Optional<Area> grid =
        byId.filter(Locator::isBaseGrid).or(() -> base).or(() -> named.filter(Locator::isBaseGrid));
    return new Place(id(grid), id(overlay), point.x, point.y);
  }

  // Borders are drawn and points are measured with an error: a point just over the border is
  // inside.
  private Place justOutside(Coordinate point, LocalDate day) throws Refusal {
    if (everything.near(point, day, borderMetres).isEmpty()) {
      throw new Refusal(
          DeadLetterReason.OUTSIDE_CITY,
          "point " + point.x + ", " + point.y + " (WGS 84) lies in no area of the city");
    }
    return new Place(id(baseGrids.near(point, day, borderMetres)), "", point.x, point.y);
  }

  private Optional<Area> byId(JsonNode data, String gridId, LocalDate day) {
    return text(data, "areaId")
        .flatMap(areas::find)
        .or(() -> areas.find(gridId))
        .filter(area -> area.level() == AreaLevel.GRID && AreaIndex.isDrawn(area, day));
  }

  private Optional<Area> bySpelling(JsonNode data, LocalDate day) {
    return text(data, "areaName")
        .flatMap(name -> names.find(name, day))
        .or(() -> text(data, "areaId").flatMap(id -> names.find(id, day)))
        .filter(area -> area.level() == AreaLevel.GRID);
  }

  private static String id(Optional<Area> area) {
    return area.map(Area::id).orElse("");
  }

  private static Optional<String> text(JsonNode data, String name) {
    return Optional.ofNullable(data.get(name)).map(JsonNode::textValue);
  }

  private static Place place(Area area) {
    return area.overlay()
        ? new Place("", area.id(), null, null)
        : new Place(area.id(), "", null, null);
  }

  private static boolean isBaseGrid(Area area) {
    return !area.overlay();
  }

  private static Coordinate coordinate(JsonNode point) {
    Coordinate given =
        new Coordinate(point.get("longitude").doubleValue(), point.get("latitude").doubleValue());
    boolean obfuscated = point.path("crs").asText("WGS84").equals("GCJ02");
    return obfuscated ? ChinaOffset.toWgs84(given) : given;
  }
}

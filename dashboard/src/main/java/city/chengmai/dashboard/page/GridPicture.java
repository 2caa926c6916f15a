package city.chengmai.dashboard.page;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.GridMap;
import city.chengmai.dashboard.chart.Shade;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Makes the map of grids from areas, grades and alarms. */
public final class GridPicture {

  /** The end of an id such as {@code xq-s01} says which one it is; a longer one does not. */
  private static final int LONGEST_LABEL = 4;

  private final CityModel city;
  private final Messages messages;

  /** A picture of this city, in the language of the messages. */
  public GridPicture(CityModel city, Messages messages) {
    this.city = city;
    this.messages = messages;
  }

  /**
   * The map.
   *
   * @param grades grade letter by grid; a grid without one is hatched
   * @param alarmed grids with an open alarm
   * @param linked whether grids lead to their pages
   */
  public GridMap map(Map<String, String> grades, Set<String> alarmed, boolean linked) {
    List<GridMap.Cell> cells = new ArrayList<>();
    for (AreaRow area : city.baseGrids()) {
      Shade shade = Shade.grade(grades.getOrDefault(area.areaId(), ""));
      boolean alarm = alarmed.contains(area.areaId());
      Optional<String> link =
          linked ? Optional.of("/grid/" + PathSegment.of(area.areaId())) : Optional.empty();
      cells.add(
          new GridMap.Cell(
              named(area, spoken(area, shade, alarm)), shape(area), shade, alarm, link));
    }
    Caption caption =
        new Caption(
            messages.text("map.title"),
            messages.text("map.description", cells.size(), alarmed.size()));
    return new GridMap(caption, cells, overlays());
  }

  /**
   * How a grid looks.
   *
   * @param sign what is written on it
   * @param told the same in words
   */
  public record Look(Shade shade, String sign, boolean alarm, String told) {}

  /**
   * A map that is coloured by something else than grades.
   *
   * @param looks by grid; a grid without one is hatched
   */
  public GridMap map(Caption caption, Map<String, Look> looks) {
    Look none = new Look(Shade.NONE, Shade.NONE.sign(), false, messages.text("state.no-data"));
    List<GridMap.Cell> cells =
        city.baseGrids().stream()
            .map(area -> cell(area, looks.getOrDefault(area.areaId(), none)))
            .toList();
    return new GridMap(caption, cells, overlays());
  }

  private GridMap.Cell cell(AreaRow area, Look look) {
    String key = look.alarm() ? "map.spoken-alarm" : "map.spoken";
    return new GridMap.Cell(
        named(area, messages.text(key, name(area), look.told())),
        shape(area),
        look.shade(),
        look.sign(),
        look.alarm(),
        Optional.empty());
  }

  private List<GridMap.Overlay> overlays() {
    return city.overlays().stream()
        .map(area -> new GridMap.Overlay(named(area, name(area)), shape(area)))
        .toList();
  }

  private GridMap.Area named(AreaRow area, String spoken) {
    String tail = area.areaId().substring(area.areaId().lastIndexOf('-') + 1);
    String label = tail.length() <= LONGEST_LABEL ? tail.toUpperCase(Locale.ROOT) : name(area);
    return new GridMap.Area(area.areaId(), label, spoken);
  }

  private String spoken(AreaRow area, Shade shade, boolean alarm) {
    String grade =
        shade == Shade.NONE
            ? messages.text("state.insufficient")
            : messages.text("grade.spoken", shade.sign());
    return messages.text(alarm ? "map.spoken-alarm" : "map.spoken", name(area), grade);
  }

  private String name(AreaRow area) {
    return messages.language() == Language.CHINESE ? area.nameZh() : area.nameEn();
  }

  private static Geometry shape(AreaRow area) {
    try {
      return new GeoJsonReader().read(area.boundary());
    } catch (ParseException e) {
      throw new IllegalStateException(
          "boundary of area " + area.areaId() + " is not GeoJSON geometry", e);
    }
  }
}

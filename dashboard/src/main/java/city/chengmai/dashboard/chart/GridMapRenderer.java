package city.chengmai.dashboard.chart;

import city.chengmai.dashboard.font.HouseFont;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Draws a {@link GridMap} as an inline {@code <svg>}.
 *
 * <p>Each base grid is a {@code <g class="cell" data-area="ID" data-shade="GRADE_B">} holding its
 * {@code <path class="area">}, {@code <text class="sign">}, {@code <text class="label">} and a
 * {@code <path class="alarm">} that is hidden while there is no alarm. A later state update sets
 * {@code data-shade}, the path's {@code fill}, the texts' {@code fill} and words, and the mark's
 * {@code visibility}; the root's {@code data-hatch} is the fill of areas without data. Overlays are
 * {@code <g class="overlay" data-area="ID">}, the place of an alarm is {@code <g class="spot">},
 * other marked places are {@code <g class="mark">}. The legend is the page's.
 */
public final class GridMapRenderer {
  private static final double MARGIN = 8;
  private static final double CASING = 3;

  /** The part of an area's room that words get by with. */
  private static final double ENOUGH = 0.45;

  /** The map as an {@code <svg>} element. */
  public String svg(GridMap map, Frame frame) {
    String prefix =
        "m" + ContentHash.of((map + "|" + frame).getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    List<Geometry> cells = map.cells().stream().map(GridMap.Cell::shape).toList();
    List<Geometry> overlays = map.overlays().stream().map(GridMap.Overlay::shape).toList();
    MapProjection projection =
        new MapProjection(
            Stream.concat(cells.stream(), overlays.stream()).toList(),
            frame,
            MARGIN * frame.scale());
    StringBuilder svg = new StringBuilder();
    open(svg, map, frame, prefix);
    GridMapPen pen = new GridMapPen(svg, frame, prefix);
    List<Geometry> drawn = projection.project(cells);
    List<Geometry> laid =
        overlays.stream().map(one -> projection.project(List.of(one)).get(0)).toList();
    Geometry covered = covered(marked(map, projection, frame), laid, frame);
    for (int i = 0; i < drawn.size(); i++) {
      pen.cell(map.cells().get(i), drawn.get(i), free(drawn.get(i), covered));
    }
    for (int i = 0; i < laid.size(); i++) {
      pen.overlay(map.overlays().get(i), laid.get(i));
    }
    map.marks()
        .forEach(mark -> pen.mark(mark, projection.project(mark.longitude(), mark.latitude())));
    map.spot()
        .ifPresent(
            spot ->
                pen.spot(
                    spot,
                    projection.project(spot.longitude(), spot.latitude()),
                    projection.pixels(spot.radius())));
    return svg.append("</svg>").toString();
  }

  /** What the marks cover. */
  private static Geometry marked(GridMap map, MapProjection projection, Frame frame) {
    Coordinate[] places =
        map.marks().stream()
            .map(mark -> projection.project(mark.longitude(), mark.latitude()))
            .toArray(Coordinate[]::new);
    return new GeometryFactory()
        .createMultiPointFromCoords(places)
        .buffer(GridMapPen.MARK * frame.scale() * 1.3);
  }

  /** The same with what is laid over the areas, and the casing of its outline. */
  private static Geometry covered(Geometry marked, List<Geometry> laid, Frame frame) {
    Geometry covered = marked;
    for (Geometry one : laid) {
      covered = covered.union(one.buffer(CASING * frame.scale()));
    }
    return covered;
  }

  /** Where there is room for words: beside what covers the area, unless it leaves little. */
  private static Geometry free(Geometry cell, Geometry covered) {
    if (!cell.intersects(covered)) {
      return cell;
    }
    Geometry beside = cell.difference(covered);
    return !beside.isEmpty() && room(beside) >= ENOUGH * room(cell) ? beside : cell;
  }

  private static double room(Geometry shape) {
    return new MaximumInscribedCircle(shape, 1).getRadiusLine().getLength();
  }

  private static void open(StringBuilder svg, GridMap map, Frame frame, String prefix) {
    boolean links = map.cells().stream().anyMatch(cell -> cell.link().isPresent());
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(frame.width())
        .append("\" height=\"")
        .append(frame.height())
        .append("\" viewBox=\"0 0 ")
        .append(frame.width())
        .append(' ')
        .append(frame.height())
        // Links inside role "img" would be hidden from screen readers.
        .append(links ? "\" role=\"group\"" : "\" role=\"img\"")
        .append(" aria-labelledby=\"" + prefix + "t " + prefix + "d\"")
        .append(" font-family=\"" + HouseFont.FAMILY + "\" font-weight=\"500\"")
        .append(" text-anchor=\"middle\" data-hatch=\"url(#" + prefix + "h)\">")
        .append("<title id=\"" + prefix + "t\">")
        .append(SvgText.escape(map.caption().title()))
        .append("</title><desc id=\"" + prefix + "d\">")
        .append(SvgText.escape(map.caption().description()))
        .append("</desc>");
    hatch(svg, frame, prefix);
  }

  private static void hatch(StringBuilder svg, Frame frame, String prefix) {
    String size = SvgText.number(9 * frame.scale());
    svg.append("<defs><pattern id=\"" + prefix + "h\" patternUnits=\"userSpaceOnUse\" width=\"")
        .append(size)
        .append("\" height=\"")
        .append(size)
        .append("\" patternTransform=\"rotate(45)\"><rect width=\"")
        .append(size)
        .append("\" height=\"")
        .append(size)
        .append("\" fill=\"" + HouseTheme.hex(frame.theme().of(Shade.NONE)) + "\"/>")
        .append("<rect width=\"")
        .append(SvgText.number(2.4 * frame.scale()))
        .append("\" height=\"")
        .append(size)
        .append("\" fill=\"" + HouseTheme.hex(frame.theme().of(Status.NO_DATA)) + "\"")
        .append(" fill-opacity=\"0.55\"/></pattern></defs>");
  }
}

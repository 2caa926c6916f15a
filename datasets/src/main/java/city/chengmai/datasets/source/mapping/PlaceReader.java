package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.mapping.PointColumns.Point;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Reads where a row is: the area that it names, and its point unless it means "unknown".
 * Thread-safe.
 */
final class PlaceReader {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Field areaField;
  private final Rules.Action whenOutside;
  private final PointReader points;
  private final String crs;
  private final AreaTree areas;
  private final AreaNames names;
  private final Map<String, PreparedGeometry> boundaries = new ConcurrentHashMap<>();

  PlaceReader(Mapping mapping, AreaTree areas) {
    this.areaField = mapping.area();
    this.whenOutside = mapping.rules().pointOutsideArea();
    this.points = new PointReader(mapping.point());
    this.crs = mapping.point().crs();
    this.areas = areas;
    this.names = areaField.isNone() ? AreaNames.none() : new AreaNames(areas);
  }

  /** Puts {@code areaId} or {@code areaName}, and {@code point}, as far as they are known. */
  void put(Row row, ObjectNode payload) throws RowRefusedException {
    String name = areaField.text(row);
    Optional<String> area = name.isEmpty() ? Optional.empty() : names.find(name);
    Optional<Point> point = points.read(row);
    if (isOutside(area, point)) {
      row.note(RowNote.POINT_OUTSIDE_AREA, points.field(row), whenOutside);
      point = whenOutside == Rules.Action.DROP ? Optional.empty() : point;
      area = whenOutside == Rules.Action.DROP_AREA ? Optional.empty() : area;
    } else if (!name.isEmpty() && area.isEmpty()) {
      row.note(RowNote.UNKNOWN_AREA, areaField);
      payload.put("areaName", name);
    }
    area.ifPresent(id -> payload.put("areaId", id));
    point.ifPresent(known -> putPoint(payload, known));
    if (area.isEmpty() && point.isEmpty() && reads()) {
      row.note(RowNote.NOT_LOCATED, areaField.isNone() ? points.field(row) : areaField);
    }
  }

  private boolean reads() {
    return !areaField.isNone() || points.reads();
  }

  private boolean isOutside(Optional<String> area, Optional<Point> point) {
    if (area.isEmpty() || point.isEmpty() || !crs.equals("WGS84")) {
      return false;
    }
    PreparedGeometry boundary = boundaries.computeIfAbsent(area.get(), this::boundary);
    Coordinate place = new Coordinate(point.get().longitude(), point.get().latitude());
    return !boundary.covers(GEOMETRY.createPoint(place));
  }

  private PreparedGeometry boundary(String id) {
    return PreparedGeometryFactory.prepare(areas.find(id).map(Area::boundary).orElseThrow());
  }

  private void putPoint(ObjectNode payload, Point point) {
    payload
        .putObject("point")
        .put("longitude", point.longitude())
        .put("latitude", point.latitude())
        .put("crs", crs);
  }
}

package city.chengmai.datasets.source.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads where a case is: the area that the row names, and its point unless it means "unknown". */
final class PlaceReader {

  private final Mapping.PointColumns columns;
  private final String areaColumn;
  private final AreaNames areas;

  PlaceReader(Mapping mapping, AreaNames areas) {
    this.columns = mapping.point();
    this.areaColumn = mapping.area();
    this.areas = areas;
  }

  /** Puts {@code areaId} or {@code areaName}, and {@code point}, as far as they are known. */
  void put(Row row, ObjectNode report) {
    boolean area = putArea(row, report);
    Optional<Mapping.Point> point = point(row);
    point.ifPresent(known -> putPoint(report, known));
    if (!area && point.isEmpty()) {
      row.note(RowNote.NOT_LOCATED);
    }
  }

  private boolean putArea(Row row, ObjectNode report) {
    String name = row.text(areaColumn);
    if (name.isEmpty()) {
      return false;
    }
    Optional<String> id = areas.find(name);
    if (id.isEmpty()) {
      row.note(RowNote.UNKNOWN_AREA);
      report.put("areaName", name);
    } else {
      report.put("areaId", id.get());
    }
    return id.isPresent();
  }

  private void putPoint(ObjectNode report, Mapping.Point point) {
    report
        .putObject("point")
        .put("longitude", point.longitude())
        .put("latitude", point.latitude())
        .put("crs", columns.crs());
  }

  private Optional<Mapping.Point> point(Row row) {
    String longitude = row.text(columns.longitude());
    String latitude = row.text(columns.latitude());
    if (longitude.isEmpty() && latitude.isEmpty()) {
      return Optional.empty();
    }
    Optional<Mapping.Point> point = parse(longitude, latitude);
    if (point.isEmpty()) {
      row.note(RowNote.BAD_POINT);
    } else if (columns.ignore().contains(point.get())) {
      row.note(RowNote.DEFAULT_POINT);
      return Optional.empty();
    }
    return point;
  }

  private static Optional<Mapping.Point> parse(String longitude, String latitude) {
    try {
      Mapping.Point point =
          new Mapping.Point(Double.parseDouble(longitude), Double.parseDouble(latitude));
      boolean onEarth = Math.abs(point.longitude()) <= 180 && Math.abs(point.latitude()) <= 90;
      return onEarth ? Optional.of(point) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

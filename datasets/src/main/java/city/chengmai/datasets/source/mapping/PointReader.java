package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.mapping.PointColumns.Point;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the point of a row, in whichever way it is written there. Thread-safe. */
final class PointReader {

  private static final String NUMBER = "(-?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)";

  /** Two numbers with something between: brackets, commas, blanks. */
  private static final Pattern PAIR =
      Pattern.compile("^[^\\d-]*" + NUMBER + "[\\s,;]+" + NUMBER + "[^\\d]*$");

  /** A third number is a height. */
  private static final Pattern WKT =
      Pattern.compile(
          "^\\s*(?:SRID=\\d+;)?\\s*POINT\\s*[ZM]*\\s*\\(\\s*"
              + NUMBER
              + "\\s+"
              + NUMBER
              + "[^()]*\\)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private final PointColumns columns;

  PointReader(PointColumns columns) {
    this.columns = columns;
  }

  /** Whether the mapping names a point. */
  boolean reads() {
    return columns.fields().anyMatch(field -> !field.isNone());
  }

  /** The first of the fields that is not blank, for messages. */
  Field field(Row row) {
    return columns
        .fields()
        .filter(field -> !field.isNone() && !field.text(row).isEmpty())
        .findFirst()
        .orElse(columns.longitude());
  }

  /** The point, empty when it is not told, not on Earth, outside the box or a default point. */
  Optional<Point> read(Row row) {
    String longitude = columns.longitude().text(row);
    String latitude = columns.latitude().text(row);
    if (!longitude.isEmpty() || !latitude.isEmpty()) {
      return accepted(row, columns.longitude(), parse(longitude, latitude));
    }
    String wkt = columns.wkt().text(row);
    if (!wkt.isEmpty()) {
      return accepted(row, columns.wkt(), pair(WKT, wkt, false));
    }
    String lonLat = columns.lonLat().text(row);
    if (!lonLat.isEmpty()) {
      return accepted(row, columns.lonLat(), pair(PAIR, lonLat, false));
    }
    String latLon = columns.latLon().text(row);
    return latLon.isEmpty()
        ? Optional.empty()
        : accepted(row, columns.latLon(), pair(PAIR, latLon, true));
  }

  private Optional<Point> accepted(Row row, Field field, Optional<Point> point) {
    Optional<Point> onEarth = point.filter(Point::isOnEarth);
    if (onEarth.isEmpty()) {
      row.note(RowNote.BAD_POINT, field);
    } else if (columns.ignore().contains(onEarth.get())) {
      row.note(RowNote.DEFAULT_POINT, field);
      return Optional.empty();
    } else if (!columns.within().holds(onEarth.get())) {
      row.note(RowNote.OUTSIDE_POINT, field);
      return Optional.empty();
    }
    return onEarth;
  }

  private static Optional<Point> pair(Pattern pattern, String text, boolean latitudeFirst) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return latitudeFirst
        ? parse(matcher.group(2), matcher.group(1))
        : parse(matcher.group(1), matcher.group(2));
  }

  private static Optional<Point> parse(String longitude, String latitude) {
    try {
      Point point = new Point(Double.parseDouble(longitude), Double.parseDouble(latitude));
      return Double.isFinite(point.longitude()) && Double.isFinite(point.latitude())
          ? Optional.of(point)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

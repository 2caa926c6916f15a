package city.chengmai.analytics.model.alert;

import city.chengmai.analytics.model.scan.Place;

/** Cuts the map into cells of about equal width and height, the same for ever. */
final class MapCell {

  private static final double METRES_OF_DEGREE = 111_195;

  private final double rowDegrees;

  /** Cells of a width in metres. */
  MapCell(double metres) {
    this.rowDegrees = metres / METRES_OF_DEGREE;
  }

  /** The middle of the cell that a point lies in. */
  Place of(double longitude, double latitude) {
    long row = (long) Math.floor(latitude / rowDegrees);
    double middle = (row + 0.5) * rowDegrees;
    double columnDegrees = rowDegrees / Math.max(0.01, Math.cos(Math.toRadians(middle)));
    long column = (long) Math.floor(longitude / columnDegrees);
    return new Place(row + ":" + column, (column + 0.5) * columnDegrees, middle);
  }
}

package city.chengmai.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Degrees to pixels: equirectangular, with the meridians drawn together as they are at the map's
 * middle latitude, as large as the frame allows. Over one city the error is below a pixel.
 */
final class MapProjection {
  /** Detail below this many pixels is left out; shared borders stay shared. */
  private static final double TOLERANCE = 0.7;

  /** Of a meridian, on average. */
  private static final double METRES_OF_A_DEGREE = 111_195;

  private final Envelope extent;
  private final double narrowing;
  private final double scale;
  private final double left;
  private final double top;

  /** Fits the shapes into the frame less a margin in pixels. */
  MapProjection(List<Geometry> shapes, Frame frame, double margin) {
    extent = new Envelope();
    shapes.forEach(shape -> extent.expandToInclude(shape.getEnvelopeInternal()));
    Coordinate centre = extent.isNull() ? new Coordinate() : extent.centre();
    narrowing = Math.cos(Math.toRadians(centre.y));
    double across = Math.max(1e-9, extent.getWidth() * narrowing);
    double upright = Math.max(1e-9, extent.getHeight());
    scale =
        Math.min((frame.width() - 2 * margin) / across, (frame.height() - 2 * margin) / upright);
    left = (frame.width() - across * scale) / 2;
    top = (frame.height() - upright * scale) / 2;
  }

  /** The shapes in pixels, simplified together so that no gap opens between neighbours. */
  List<Geometry> project(List<Geometry> shapes) {
    List<Geometry> projected = new ArrayList<>();
    for (Geometry shape : shapes) {
      Geometry copy = shape.copy();
      copy.apply(new ToPixels());
      projected.add(copy);
    }
    return List.of(CoverageSimplifier.simplify(projected.toArray(Geometry[]::new), TOLERANCE));
  }

  /** A point in pixels. */
  Coordinate project(double longitude, double latitude) {
    return new Coordinate(
        left + (longitude - extent.getMinX()) * narrowing * scale,
        top + (extent.getMaxY() - latitude) * scale);
  }

  /** A length in pixels. */
  double pixels(double metres) {
    return metres / METRES_OF_A_DEGREE * scale;
  }

  private final class ToPixels implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence points, int i) {
      Coordinate pixel = MapProjection.this.project(points.getX(i), points.getY(i));
      points.setOrdinate(i, CoordinateSequence.X, pixel.x);
      points.setOrdinate(i, CoordinateSequence.Y, pixel.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}

package city.chengmai.ingest.place;

import city.chengmai.datasets.grid.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Finds the area a point lies in, as drawn on a day. A point on a border is in. Thread-safe. */
final class AreaIndex {

  /** Length of a degree of latitude, mean of the WGS 84 ellipsoid. */
  private static final double METRES_A_DEGREE = 111_195;

  private record Entry(Area area, IndexedPointInAreaLocator locator) {

    double metresTo(Coordinate point, double metresADegree) {
      Geometry place = area.boundary().getFactory().createPoint(point);
      Coordinate border = DistanceOp.nearestPoints(area.boundary(), place)[0];
      double east = (border.x - point.x) * metresADegree;
      return Math.hypot(east, (border.y - point.y) * METRES_A_DEGREE);
    }

    boolean holds(Coordinate point, LocalDate day) {
      return isDrawn(area, day) && locator.locate(point) != Location.EXTERIOR;
    }
  }

  private final STRtree tree = new STRtree();

  AreaIndex(List<Area> areas) {
    for (Area area : areas) {
      tree.insert(
          area.boundary().getEnvelopeInternal(),
          new Entry(area, new IndexedPointInAreaLocator(area.boundary())));
    }
    // Built before it is shared: a query on a tree not yet built would build it.
    tree.build();
  }

  /** The area that is nearest to the point and at most so many metres away. */
  Optional<Area> near(Coordinate point, LocalDate day, double metres) {
    double metresADegree = METRES_A_DEGREE * Math.cos(Math.toRadians(point.y));
    Envelope around = new Envelope(point);
    around.expandBy(metres / metresADegree, metres / METRES_A_DEGREE);
    Entry nearest = null;
    double least = metres;
    for (Object candidate : tree.query(around)) {
      Entry entry = (Entry) candidate;
      double distance = entry.metresTo(point, metresADegree);
      if (isDrawn(entry.area, day) && distance <= least) {
        nearest = entry;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest).map(Entry::area);
  }

  Optional<Area> find(Coordinate point, LocalDate day) {
    Entry found = null;
    for (Object candidate : tree.query(new Envelope(point))) {
      Entry entry = (Entry) candidate;
      // Neighbours share a border; the smaller id decides, so that the answer never depends on
      // order.
      if (entry.holds(point, day)
          && (found == null || entry.area().id().compareTo(found.area().id()) < 0)) {
        found = entry;
      }
    }
    return Optional.ofNullable(found).map(Entry::area);
  }

  /** Whether the area was drawn on that day: from its first day up to, not on, its last. */
  static boolean isDrawn(Area area, LocalDate day) {
    return !day.isBefore(area.validFrom()) && area.validTo().map(day::isBefore).orElse(true);
  }
}

package city.chengmai.ingest.place;

import city.chengmai.datasets.grid.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the area a point lies in, as drawn on a day. A point on a border is in. Thread-safe. */
final class AreaIndex {

  private record Entry(Area area, IndexedPointInAreaLocator locator) {

    boolean holds(Coordinate point, LocalDate day) {
      boolean drawn =
          !day.isBefore(area.validFrom()) && area.validTo().map(day::isBefore).orElse(true);
      return drawn && locator.locate(point) != Location.EXTERIOR;
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
}

package city.chengmai.datasets.source.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Divides the outline into cells without gap or overlap: Voronoi cells of sites that Lloyd's method
 * has moved to the weighted middle of their cells, dense in the business district and sparse at the
 * edge. The same cells every time, whatever the seed of the city.
 */
final class GridMaker {

  private static final int LATTICE_METRES = 40;
  private static final int ROUNDS = 30;
  private static final PrecisionModel DECIMETRES = new PrecisionModel(10);

  private final Polygon border = Outline.border();
  private final List<Coordinate> lattice = lattice();
  private final double[] weights = lattice.stream().mapToDouble(GridMaker::density).toArray();

  /** The cells, in metres. */
  List<Polygon> cells(int count) {
    List<Coordinate> sites = firstSites(count);
    for (int round = 0; round < ROUNDS; round++) {
      sites = relaxed(sites);
    }
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(sites);
    voronoi.setClipEnvelope(border.getEnvelopeInternal());
    Geometry diagram = voronoi.getDiagram(MetricPlane.FACTORY);
    List<Polygon> cells = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(clipped(diagram.getGeometryN(i)));
    }
    return cells;
  }

  private Polygon clipped(Geometry cell) {
    return (Polygon) OverlayNG.overlay(cell, border, OverlayNG.INTERSECTION, DECIMETRES);
  }

  private List<Coordinate> firstSites(int count) {
    Dice dice = Dice.of(0, "grid-sites");
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate cell = lattice.get(dice.weighted(weights));
      sites.add(new Coordinate(cell.x + dice.between(-9, 9), cell.y + dice.between(-9, 9)));
    }
    return sites;
  }

  private List<Coordinate> relaxed(List<Coordinate> sites) {
    double[][] sums = new double[sites.size()][3];
    for (int i = 0; i < lattice.size(); i++) {
      double[] sum = sums[nearest(sites, lattice.get(i))];
      sum[0] += weights[i] * lattice.get(i).x;
      sum[1] += weights[i] * lattice.get(i).y;
      sum[2] += weights[i];
    }
    List<Coordinate> moved = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      double[] sum = sums[i];
      moved.add(sum[2] == 0 ? sites.get(i) : new Coordinate(sum[0] / sum[2], sum[1] / sum[2]));
    }
    return moved;
  }

  private static int nearest(List<Coordinate> sites, Coordinate place) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < sites.size(); i++) {
      double east = sites.get(i).x - place.x;
      double north = sites.get(i).y - place.y;
      double square = east * east + north * north;
      if (square < least) {
        least = square;
        nearest = i;
      }
    }
    return nearest;
  }

  /** In a plane, cells of Lloyd's method take an area as the weight to the power of −1/2. */
  private static double density(Coordinate place) {
    double distance = place.distance(Outline.BUSINESS_DISTRICT);
    double area = 0.09 + 0.85 * Math.min(1, Math.max(0, distance - 420) / 2500);
    return 1 / (area * area);
  }

  private List<Coordinate> lattice() {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(border);
    Envelope box = border.getEnvelopeInternal();
    List<Coordinate> places = new ArrayList<>();
    for (double x = box.getMinX(); x < box.getMaxX(); x += LATTICE_METRES) {
      for (double y = box.getMinY(); y < box.getMaxY(); y += LATTICE_METRES) {
        Coordinate place = new Coordinate(x, y);
        if (locator.locate(place) == Location.INTERIOR) {
          places.add(place);
        }
      }
    }
    return places;
  }
}

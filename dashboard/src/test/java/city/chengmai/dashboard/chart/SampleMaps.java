package city.chengmai.dashboard.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Invented districts: clipped Voronoi cells, the same on every run. */
final class SampleMaps {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private SampleMaps() {}

  static GridMap of(int count, boolean links) {
    Geometry district = SHAPES.createPoint(new Coordinate(121.5, 31.2)).buffer(0.08, 24);
    List<Geometry> shapes = voronoi(count, district);
    Random random = new Random(3);
    List<GridMap.Cell> cells = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shade shade =
          i % 11 == 5
              ? Shade.NONE
              : Shade.grade("ABCDE".substring(random.nextInt(5)).substring(0, 1));
      String label = (count > 30 ? "海棠" : "和平街道") + (i + 1);
      GridMap.Area area = new GridMap.Area("grid-" + i, label, label + "，" + shade.sign());
      Optional<String> link = links ? Optional.of("/grid/grid-" + i) : Optional.empty();
      cells.add(new GridMap.Cell(area, shapes.get(i), shade, i % 9 == 2, link));
    }
    GridMap.Area site = new GridMap.Area("site-1", "工地", "工地网格 1");
    Geometry overlay = SHAPES.createPoint(new Coordinate(121.51, 31.21)).buffer(0.012, 2);
    return new GridMap(
        new Caption("网格态势", "各网格等级。"), cells, List.of(new GridMap.Overlay(site, overlay)));
  }

  private static List<Geometry> voronoi(int count, Geometry district) {
    Random random = new Random(7);
    List<Coordinate> sites = new ArrayList<>();
    while (sites.size() < count) {
      Coordinate site =
          new Coordinate(121.42 + 0.16 * random.nextDouble(), 31.12 + 0.16 * random.nextDouble());
      boolean apart =
          sites.stream().allMatch(other -> other.distance(site) > 0.09 / Math.sqrt(count));
      if (apart && district.contains(SHAPES.createPoint(site))) {
        sites.add(site);
      }
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(new Envelope(121.3, 121.7, 31.0, 31.4));
    Geometry diagram = builder.getDiagram(SHAPES);
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      shapes.add(diagram.getGeometryN(i).intersection(district));
    }
    return shapes;
  }
}

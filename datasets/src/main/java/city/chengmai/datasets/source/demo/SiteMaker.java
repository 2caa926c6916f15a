package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Puts five construction sites on the map; the three large ones lie across several grids. */
final class SiteMaker {

  private static final int SPOTS_IN_GRID = 6;
  private static final double SMALLEST_PART = 800;
  private static final int YEARS = 30;

  private static final List<Plan> PLANS =
      List.of(
          new Plan("星桥中学改扩建工程", new Coordinate(-420, 640), 190, true, 0, 0),
          new Plan("月堤片区城市更新项目", new Coordinate(980, 420), 170, true, 0, 0),
          new Plan("望溪保障房工程", new Coordinate(-700, -760), 210, true, 0, 0),
          new Plan("汇澜二期商办工程", new Coordinate(1250, -900), 100, false, 0, 80),
          new Plan("石埠路雨污分流工程", new Coordinate(-1300, 300), 90, false, 40, 0));

  private final List<DemoGrid> grids;
  private final LocalDate firstDay;

  SiteMaker(List<DemoGrid> grids, LocalDate firstDay) {
    this.grids = grids;
    this.firstDay = firstDay;
  }

  /**
   * A site as planned.
   *
   * @param near where it should be, in metres; the nearest corner of three grids is taken
   * @param radius metres
   * @param large whether it has an overlay grid
   * @param startDay days after the first day that work starts
   * @param days days of work, 0 for no end in sight
   */
  record Plan(String name, Coordinate near, int radius, boolean large, int startDay, int days) {}

  /** The outlines of the sites with their own grid, in metres and in the order of the sites. */
  List<Geometry> overlays() {
    return PLANS.stream().filter(Plan::large).map(this::ground).toList();
  }

  List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    for (Plan plan : PLANS) {
      sites.add(site(plan, sites.size() + 1));
    }
    return sites;
  }

  static String overlayName(int site) {
    return PLANS.get(site).name();
  }

  private Site site(Plan plan, int number) {
    Geometry ground = ground(plan);
    Map<Integer, List<Spot>> spots = spots(plan, ground, number);
    LocalDate start = firstDay.plusDays(plan.startDay());
    LocalDate end = plan.days() == 0 ? firstDay.plusYears(YEARS) : start.plusDays(plan.days());
    return new Site(
        "site-0" + number,
        plan.name(),
        plan.large() ? "xq-w0" + number : "",
        MetricPlane.toDegrees(ground.getInteriorPoint().getCoordinate()),
        home(ground),
        spots,
        start,
        end);
  }

  private Map<Integer, List<Spot>> spots(Plan plan, Geometry ground, int number) {
    Map<Integer, List<Spot>> spots = new TreeMap<>();
    for (DemoGrid grid : grids) {
      Geometry part = grid.metres().intersection(ground);
      if (part.getArea() > SMALLEST_PART) {
        Dice dice = Dice.of(number, "site-spots", grid.number());
        spots.put(
            grid.number(),
            SpotMaker.places(part, SPOTS_IN_GRID, dice).stream()
                .map(place -> new Spot(MetricPlane.toDegrees(place), plan.name() + "周边"))
                .toList());
      }
    }
    return spots;
  }

  /** The grid that holds the site's middle, where its noise meter stands. */
  private DemoGrid home(Geometry ground) {
    Geometry middle = ground.getInteriorPoint();
    return grids.stream().filter(grid -> grid.metres().covers(middle)).findFirst().orElseThrow();
  }

  /** A hexagon around a corner of grids for a large site, inside one grid for a small one. */
  private Geometry ground(Plan plan) {
    Coordinate middle = plan.large() ? corner(plan.near()) : inside(plan.near());
    Coordinate[] ring = new Coordinate[7];
    for (int i = 0; i < 6; i++) {
      double angle = StrictMath.PI * (i / 3.0 + 0.1);
      double radius = plan.radius() * (i % 2 == 0 ? 1 : 0.86);
      ring[i] =
          new Coordinate(
              StrictMath.rint(middle.x + radius * StrictMath.cos(angle)),
              StrictMath.rint(middle.y + radius * StrictMath.sin(angle)));
    }
    ring[6] = ring[0].copy();
    return MetricPlane.FACTORY.createPolygon(ring);
  }

  private Coordinate corner(Coordinate near) {
    return grids.stream()
        .flatMap(grid -> Stream.of(grid.metres().getCoordinates()))
        .min(Comparator.comparingDouble(near::distance))
        .orElseThrow();
  }

  private Coordinate inside(Coordinate near) {
    return grids.stream()
        .map(grid -> grid.metres().getCentroid().getCoordinate())
        .min(Comparator.comparingDouble(near::distance))
        .orElseThrow();
  }
}

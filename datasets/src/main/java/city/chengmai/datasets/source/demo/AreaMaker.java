package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaLevel;
import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes the areas: city, district and sub-district (one outline, as far as the demo reaches), its
 * comprehensive grids, its grids.
 */
final class AreaMaker {

  private static final String SUB_DISTRICT = "xingqiao";
  private static final LocalDate DRAWN_ON = LocalDate.of(2020, 1, 1);
  private static final int SPOTS_IN_GRID = 40;
  private static final double SQUARE_METRES = 1e6;

  private final long seed;
  private final List<CSVRecord> rows = CsvResource.read("grids.csv");
  private final List<DemoGrid> grids = new ArrayList<>();
  private final ComprehensiveGrids comprehensive;

  AreaMaker(long seed) {
    this.seed = seed;
    Map<GridType, Integer> split = new EnumMap<>(GridType.class);
    rows.forEach(row -> split.merge(type(row), 1, Integer::sum));
    GridPlan plan = new GridPlan(new GridMaker().cells(rows.size()), split);
    this.comprehensive =
        new ComprehensiveGrids(
            split.keySet().stream().flatMap(type -> plan.cells(type).stream()).toList());
    split.keySet().forEach(type -> addGrids(type, plan.cells(type)));
  }

  /** The base grids, type by type, north to south. */
  List<DemoGrid> grids() {
    return grids;
  }

  /** Every area, parents first. */
  List<Area> areas(List<Geometry> overlays) {
    List<Area> areas = new ArrayList<>();
    areas.add(above("yunpu", null, AreaLevel.CITY, "云浦市", "Yunpu City", grids));
    areas.add(above("wanglan", "yunpu", AreaLevel.DISTRICT, "望澜区", "Wanglan District", grids));
    areas.add(
        above(
            SUB_DISTRICT,
            "wanglan",
            AreaLevel.SUB_DISTRICT,
            "星桥街道",
            "Xingqiao Sub-district",
            grids));
    ComprehensiveGrids.ALL.forEach(named -> areas.add(comprehensive(named)));
    grids.forEach(grid -> areas.add(grid.area()));
    for (int i = 0; i < overlays.size(); i++) {
      areas.add(overlay(i, overlays.get(i)));
    }
    return areas;
  }

  private Area comprehensive(ComprehensiveGrids.Named named) {
    List<DemoGrid> within =
        grids.stream()
            .filter(grid -> grid.area().parentId().filter(named.id()::equals).isPresent())
            .toList();
    return above(
        named.id(),
        SUB_DISTRICT,
        AreaLevel.COMPREHENSIVE_GRID,
        named.nameZh(),
        named.nameEn(),
        within);
  }

  private void addGrids(GridType type, List<Polygon> cells) {
    List<CSVRecord> named = rows.stream().filter(row -> type(row) == type).toList();
    OptionalDouble quiet =
        type == GridType.RESIDENTS_COMMITTEE
            ? OptionalDouble.empty()
            : OptionalDouble.of(CaseArrivals.quietVolume(type));
    List<GridTraits> traits =
        GridTraits.deal(cells.size(), quiet, Dice.of(seed, "traits", type.code().charAt(0)));
    for (int i = 0; i < cells.size(); i++) {
      int number = grids.size();
      Area area = grid(named.get(i), i + 1, cells.get(i));
      List<Spot> spots =
          SpotMaker.inGrid(
              cells.get(i),
              number,
              type,
              named.get(i).get("alias"),
              SPOTS_IN_GRID,
              Dice.of(seed, "spots", number));
      grids.add(new DemoGrid(number, area, cells.get(i), traits.get(i), spots));
    }
  }

  private Area grid(CSVRecord row, int number, Polygon cell) {
    GridType type = type(row);
    Dice dice = Dice.of(seed, "people", type.code().charAt(0), number);
    String code = type.code().toLowerCase(Locale.ROOT);
    return new Area(
        String.format(Locale.ROOT, "xq-%s%02d", code, number),
        Optional.of(comprehensive.of(cell)),
        AreaLevel.GRID,
        Optional.of(type),
        false,
        row.get("nameZh"),
        row.get("nameEn"),
        List.of(row.get("alias")),
        row.get("communityForm"),
        residents(type, dice),
        enterprises(type, dice),
        cell.getArea() / SQUARE_METRES,
        MetricPlane.toDegrees(cell),
        DRAWN_ON,
        Optional.empty());
  }

  private Area above(
      String id, String parent, AreaLevel level, String zh, String en, List<DemoGrid> within) {
    Geometry[] parts = within.stream().map(grid -> grid.area().boundary()).toArray(Geometry[]::new);
    return new Area(
        id,
        Optional.ofNullable(parent),
        level,
        Optional.empty(),
        false,
        zh,
        en,
        List.of(),
        "",
        within.stream().mapToInt(grid -> grid.area().residents()).sum(),
        within.stream().mapToInt(grid -> grid.area().enterprises()).sum(),
        within.stream().mapToDouble(grid -> grid.area().squareKilometres()).sum(),
        CoverageUnion.union(parts),
        DRAWN_ON,
        Optional.empty());
  }

  private static Area overlay(int number, Geometry metres) {
    return new Area(
        "xq-w0" + (number + 1),
        Optional.of(SUB_DISTRICT),
        AreaLevel.GRID,
        Optional.of(GridType.GENERAL),
        true,
        SiteMaker.overlayName(number) + "工地网格",
        "Construction site grid " + (number + 1),
        List.of(),
        "",
        0,
        0,
        metres.getArea() / SQUARE_METRES,
        MetricPlane.toDegrees(metres),
        DRAWN_ON,
        Optional.empty());
  }

  private static int residents(GridType type, Dice dice) {
    return switch (type) {
      case STREET_FRONT -> dice.between(900, 2600);
      case RESIDENTS_COMMITTEE -> dice.between(3100, 6600);
      case VILLAGE_COMMITTEE -> dice.between(1500, 3600);
      default -> dice.between(40, 320);
    };
  }

  private static int enterprises(GridType type, Dice dice) {
    return switch (type) {
      case STREET_FRONT -> dice.between(60, 160);
      case BUILDING -> dice.between(120, 330);
      default -> dice.between(12, 60);
    };
  }

  private static GridType type(CSVRecord row) {
    return GridType.valueOf(row.get("type").toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

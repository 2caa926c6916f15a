package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaLevel;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.grid.GridType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class GridMapTest {

  private static final AreaTree AREAS = Cities.CITY.areas();

  @Test
  void theSplitIsTheDeclaredOne() {
    Map<GridType, Long> split =
        AREAS.baseGrids().stream()
            .collect(Collectors.groupingBy(a -> a.gridType().orElseThrow(), Collectors.counting()));
    assertThat(AREAS.baseGrids()).hasSize(47);
    assertThat(split)
        .containsEntry(GridType.STREET_FRONT, 14L)
        .containsEntry(GridType.RESIDENTS_COMMITTEE, 17L)
        .containsEntry(GridType.VILLAGE_COMMITTEE, 6L)
        .containsEntry(GridType.BUILDING, 10L);
  }

  @Test
  void gridsCoverTheSubDistrictWithoutGapOrOverlap() {
    Geometry[] grids = boundaries(AREAS.baseGrids());
    double sum = Stream.of(grids).mapToDouble(Geometry::getArea).sum();
    assertThat(CoverageValidator.isValid(grids)).isTrue();
    assertThat(grids).allMatch(grid -> grid instanceof Polygon && grid.isValid());
    assertThat(outline().getArea()).isCloseTo(sum, within(1e-12));
    assertThat(((Polygon) outline()).getNumInteriorRing()).isZero();
  }

  @Test
  void theUnionIsTheDrawnOutline() {
    Geometry drawn = MetricPlane.toDegrees(Outline.border());
    double difference = outline().symDifference(drawn).getArea();
    assertThat(difference / drawn.getArea()).isLessThan(1e-4);
  }

  @Test
  void buildingGridsAreSmallAndVillageGridsLarge() {
    assertThat(AREAS.baseGrids())
        .allSatisfy(
            grid -> {
              double size = grid.squareKilometres();
              switch (grid.gridType().orElseThrow()) {
                case BUILDING -> assertThat(size).isLessThan(0.13);
                case VILLAGE_COMMITTEE -> assertThat(size).isGreaterThan(0.6);
                default -> assertThat(size).isBetween(0.1, 0.7);
              }
            });
  }

  @Test
  void siteGridsLieAcrossBaseGrids() {
    assertThat(AREAS.overlayGrids()).hasSize(3);
    assertThat(AREAS.overlayGrids())
        .allSatisfy(
            site ->
                assertThat(AREAS.baseGrids())
                    .filteredOn(
                        grid -> grid.boundary().intersection(site.boundary()).getArea() > 1e-8)
                    .hasSizeGreaterThanOrEqualTo(2));
  }

  @Test
  void comprehensiveGridsArePartsOfTheSubDistrictAndSumsOfTheirGrids() {
    List<Area> parts =
        AREAS.areas().stream()
            .filter(area -> area.level() == AreaLevel.COMPREHENSIVE_GRID)
            .toList();
    assertThat(parts).hasSize(4).allMatch(one -> one.parentId().equals(Optional.of("xingqiao")));
    double whole = outline().getArea();
    assertThat(parts.stream().mapToDouble(one -> one.boundary().getArea()).sum())
        .isCloseTo(whole, within(1e-12));
    for (Area part : parts) {
      List<Area> grids =
          AREAS.baseGrids().stream()
              .filter(grid -> grid.parentId().equals(Optional.of(part.id())))
              .toList();
      assertThat(grids).hasSizeBetween(11, 12);
      assertThat(part.residents()).isEqualTo(grids.stream().mapToInt(Area::residents).sum());
      assertThat(part.gridType()).isEmpty();
    }
  }

  @Test
  void everyAreaHasTwoNamesAndAnIdOfItsOwn() {
    assertThat(AREAS.areas()).extracting(Area::nameZh).allMatch(name -> !name.isBlank());
    assertThat(AREAS.baseGrids()).extracting(Area::nameZh).doesNotHaveDuplicates();
    assertThat(AREAS.baseGrids()).extracting(Area::nameEn).doesNotHaveDuplicates();
  }

  @Test
  void theMapDoesNotHangOnTheSeed() {
    DemoOptions other = new DemoOptions(5, Cities.FIRST_DAY, Cities.OPTIONS.holidays());
    assertThat(DemoCity.create(other).areas().baseGrids())
        .extracting(Area::boundary)
        .isEqualTo(AREAS.baseGrids().stream().map(Area::boundary).toList());
  }

  /** Writes the map to target/demo-map.svg for people to look at. */
  @Test
  void theMapCanBeDrawn() throws IOException {
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='121.274 -31.221 0.052 0.04'>");
    AREAS.baseGrids().forEach(grid -> svg.append(path(grid, "#f4f4f4")));
    AREAS.overlayGrids().forEach(grid -> svg.append(path(grid, "#d33a")));
    Path file = Files.writeString(Path.of("target", "demo-map.svg"), svg.append("</svg>"));
    assertThat(file).isNotEmptyFile();
  }

  private static String path(Area area, String fill) {
    String points =
        Stream.of(area.boundary().getCoordinates())
            .map(GridMapTest::point)
            .collect(Collectors.joining(" "));
    return "<polygon stroke='#333' stroke-width='0.00008' fill='%s' points='%s'><title>%s</title></polygon>"
        .formatted(fill, points, area.nameZh());
  }

  private static String point(Coordinate at) {
    return String.format(Locale.ROOT, "%.6f,%.6f", at.x, -at.y);
  }

  private static Geometry outline() {
    return AREAS.find("xingqiao").orElseThrow().boundary();
  }

  private static Geometry[] boundaries(List<Area> areas) {
    return areas.stream().map(Area::boundary).toArray(Geometry[]::new);
  }
}

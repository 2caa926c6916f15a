package city.chengmai.datasets.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class AreaTreeTest {

  @Test
  void overlayGridsAreNotBaseGrids() {
    AreaTree tree = new AreaTree(List.of(city(), grid("g1", false), grid("site", true)));
    assertThat(tree.baseGrids()).extracting(Area::id).containsExactly("g1");
    assertThat(tree.overlayGrids()).extracting(Area::id).containsExactly("site");
    assertThat(tree.root().id()).isEqualTo("city");
  }

  @Test
  void refusesARepeatedId() {
    List<Area> areas = List.of(city(), grid("g1", false), grid("g1", false));
    assertThatThrownBy(() -> new AreaTree(areas)).hasMessageContaining("g1 appears twice");
  }

  @Test
  void refusesAParentThatIsNotThere() {
    List<Area> areas = List.of(grid("g1", false), area("root", Optional.empty()));
    assertThatThrownBy(() -> new AreaTree(areas)).hasMessageContaining("city is not in the tree");
  }

  private static Area city() {
    return area("city", Optional.empty());
  }

  private static Area area(String id, Optional<String> parent) {
    return new Area(
        id,
        parent,
        AreaLevel.CITY,
        Optional.empty(),
        false,
        "城",
        "City",
        List.of(),
        "",
        0,
        0,
        1,
        new GeometryFactory().createPolygon(),
        LocalDate.of(2026, 1, 1),
        Optional.empty());
  }

  private static Area grid(String id, boolean overlay) {
    return new Area(
        id,
        Optional.of("city"),
        AreaLevel.GRID,
        Optional.of(GridType.GENERAL),
        overlay,
        "格",
        "Grid",
        List.of(),
        "",
        0,
        0,
        1,
        new GeometryFactory().createPolygon(),
        LocalDate.of(2026, 1, 1),
        Optional.empty());
  }
}

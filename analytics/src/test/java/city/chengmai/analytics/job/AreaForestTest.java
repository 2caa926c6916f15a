package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaForestTest {

  private static final AreaNode CITY = node("city", "", "", 0, 0);

  @Test
  void theExposureOfAnAreaIsThatOfItsGrids() {
    assertThat(exposure(grid("a", "general", 2), grid("b", "street-front", 3)))
        .isEqualTo(new AreaNode.Exposure("square-kilometres", 5));
  }

  @Test
  void aGridOfUnknownExposureMakesThatOfTheWholeUnknown() {
    assertThat(exposure(grid("a", "general", 2), grid("b", "general", 0)).amount()).isZero();
  }

  @Test
  void gridsWithoutAUnitInCommonHaveNoExposureTogether() {
    AreaNode village = node("v", "city", "village-committee", 1, 900);
    AreaForest forest = new AreaForest(List.of(CITY, grid("a", "general", 2), village));
    assertThat(forest.exposure(CITY)).isEmpty();
  }

  private static AreaNode.Exposure exposure(AreaNode... grids) {
    AreaForest forest = new AreaForest(List.of(CITY, grids[0], grids[1]));
    return forest.exposure(CITY).orElseThrow();
  }

  private static AreaNode grid(String id, String type, double squareKilometres) {
    return node(id, "city", type, squareKilometres, 0);
  }

  private static AreaNode node(
      String id, String parent, String type, double squareKilometres, long residents) {
    String level = type.isEmpty() ? "city" : "grid";
    return new AreaNode(id, parent, level, type, false, residents, 0, squareKilometres, "");
  }
}

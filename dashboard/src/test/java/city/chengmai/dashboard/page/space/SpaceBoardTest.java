package city.chengmai.dashboard.page.space;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.space.SpaceBoard.Line;
import city.chengmai.dashboard.page.space.SpaceBoard.Quotient;
import city.chengmai.dashboard.page.space.SpaceBoard.Tower;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.SpaceQueries.BuildingRow;
import city.chengmai.dashboard.query.SpaceQueries.EnterprisesRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vacant shares are of summed areas; what does not tell both, or contradicts itself, is none. */
class SpaceBoardTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Figures FIGURES = new Figures(Language.ENGLISH, ZONE);
  private static final Quotient NOTHING = new Quotient("no data", "");
  private static final List<BuildingRow> BUILDINGS =
      List.of(
          building("b1", "g1", 1000.0, 400.0, 6),
          building("b2", "g1", 3000.0, 3000.0, 3),
          building("b3", "g1", 500.0, null, 2),
          building("b4", "g2", 500.0, 600.0, 1));
  private static final List<EnterprisesRow> ENTERPRISES =
      List.of(new EnterprisesRow("g1", 20), new EnterprisesRow("g3", 5), new EnterprisesRow("", 1));

  private final SpaceBoard board =
      new SpaceBoard(
          new CityModel(
              new CityFacts("", "", ZONE, Optional.empty()),
              List.of(grid("g1", 0.5), grid("g2", 2), grid("g3", 0), grid("g4", 1)),
              List.of(),
              List.of()),
          FIGURES);

  private static AreaRow grid(String id, double size) {
    return new AreaRow(id, "", "grid", "general", 0, id, id, "", 0, 0, size, "");
  }

  private static BuildingRow building(
      String id, String grid, Double lettable, Double let, long tenants) {
    return new BuildingRow(id, id, grid, lettable, let, null, null, Instant.EPOCH, tenants);
  }

  @Test
  void aGridHasItsVacantSpaceAndItsDensity() {
    List<Line> lines = board.grids(BUILDINGS, ENTERPRISES);
    assertThat(lines).extracting(Line::gridId).containsExactly("g1", "g2", "g3");
    Line first = lines.get(0);
    assertThat(first.buildings()).isEqualTo("3 (1 without usable areas)");
    assertThat(first.vacant()).isEqualTo("600 m²");
    assertThat(first.vacancy())
        .isEqualTo(new Quotient("15.0%", "600 / " + FIGURES.count(4000) + " m²"));
    assertThat(first.tenants()).isEqualTo("9");
    assertThat(first.perLet())
        .isEqualTo(new Quotient("2.65", "9 / " + FIGURES.count(3400) + " m²"));
    assertThat(first.density()).isEqualTo(new Quotient("40.0", "20 / 0.500 km²"));
  }

  @Test
  void withoutUsableAreasThereIsNoShare() {
    Line second = board.grids(BUILDINGS, ENTERPRISES).get(1);
    assertThat(second.buildings()).isEqualTo("1 (1 without usable areas)");
    assertThat(second.vacant()).isEqualTo("no data");
    assertThat(second.vacancy()).isEqualTo(NOTHING);
    assertThat(second.perLet()).isEqualTo(NOTHING);
    assertThat(board.grids(BUILDINGS, ENTERPRISES).get(2).density()).isEqualTo(NOTHING);
    assertThat(board.buildings(BUILDINGS)).extracting(Tower::id).containsExactly("b1", "b2");
  }

  @Test
  void allTogetherCountWhatLiesInNoGrid() {
    Line all = board.all(BUILDINGS, ENTERPRISES);
    assertThat(all.enterprises()).isEqualTo("26");
    assertThat(all.density().of()).isEqualTo("26 / 3.500 km²");
    assertThat(all.vacancy().of()).isEqualTo("600 / " + FIGURES.count(4000) + " m²");
  }
}

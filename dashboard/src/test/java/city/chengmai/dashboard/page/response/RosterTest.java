package city.chengmai.dashboard.page.response;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.response.Roster.Line;
import city.chengmai.dashboard.page.response.Roster.Quotient;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.ResponseQueries.LoadRow;
import city.chengmai.dashboard.query.ResponseQueries.RosterRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Matters for each member of staff, counted by hand. */
class RosterTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Quotient NOTHING = new Quotient("no data", "");

  private final Roster roster =
      new Roster(
          new CityModel(
              new CityFacts("", "", ZONE, Optional.empty()),
              List.of(grid("g1"), grid("g2"), grid("g3"), grid("g4")),
              List.of(),
              List.of()),
          new Figures(Language.ENGLISH, ZONE));
  private final List<RosterRow> posts =
      List.of(
          new RosterRow("g1", 2, 0, 4, 3, 0, 1, 6, 15, 20),
          new RosterRow("g2", 3, 1, 2, 2, 0, 0, 2, 3, 4),
          new RosterRow("g4", 1, 0, 1, 0, 1, 0, 0, 0, 0),
          new RosterRow("nowhere", 1, 0, 1, 0, 1, 0, 0, 0, 0));
  private final List<LoadRow> loads =
      List.of(
          new LoadRow("g1", 8, 6, 2, 9, 9, 9),
          new LoadRow("g2", 50, 5, 0, 0, 0, 0),
          new LoadRow("g3", 7, 7, 0, 0, 0, 0),
          new LoadRow("g4", 3, 0, 1, 0, 0, 0));

  private static AreaRow grid(String id) {
    return new AreaRow(id, "", "grid", "general", 0, id, id, "", 0, 0, 1, "");
  }

  @Test
  void gridsWithMostMattersAHeadComeFirstAndUnknownStaffLast() {
    assertThat(roster.lines(posts, loads))
        .containsExactly(
            new Line(
                "g4",
                "g4",
                "1",
                "1 (day 0, evening 1, night 0)",
                "0",
                NOTHING,
                new Quotient("4.0", "4 / 1"),
                new Quotient("0.0", "0 / 1")),
            new Line(
                "g1",
                "g1",
                "2",
                "4 (day 3, evening 0, night 1)",
                "6",
                new Quotient("75.0%", "15 / 20"),
                new Quotient("2.5", "10 / 4"),
                new Quotient("1.5", "6 / 4")),
            new Line(
                "g2",
                "g2",
                "3",
                "2 (day 2, evening 0, night 0) · 1 posts do not say",
                "2",
                new Quotient("too few cases", "3 / 4"),
                NOTHING,
                NOTHING),
            new Line("g3", "g3", "no data", "no data", "0", NOTHING, NOTHING, NOTHING));
  }

  @Test
  void allTogetherAreThoseWithKnownStaff() {
    Line all = roster.all(posts, loads);
    assertThat(all.grid()).isEqualTo("2 grids with known staff");
    assertThat(all.matters()).isEqualTo(new Quotient("2.8", "14 / 5"));
    assertThat(all.open()).isEqualTo(new Quotient("1.2", "6 / 5"));
    assertThat(roster.all(List.of(), loads).matters()).isEqualTo(NOTHING);
  }
}

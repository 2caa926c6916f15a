package city.chengmai.dashboard.page.visit;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.VisitQueries.KindRow;
import city.chengmai.dashboard.query.VisitQueries.PaceRow;
import city.chengmai.dashboard.query.VisitQueries.RoleRow;
import city.chengmai.dashboard.query.VisitQueries.SessionRow;
import city.chengmai.dashboard.query.VisitQueries.WordRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitBoardTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final VisitBoard BOARD =
      new VisitBoard(
          new Figures(Language.ENGLISH, ZONE),
          new CityModel(
              new CityFacts("甲", "A", ZONE, Optional.empty()), List.of(), List.of(), List.of()));

  @Test
  void everyThursdayOfTheWindowIsALineAndTheOthersAreCountedApart() {
    VisitBoard.Sessions sessions =
        BOARD.sessions(
            List.of(
                new SessionRow(LocalDate.of(2026, 2, 12), 6, 5),
                new SessionRow(LocalDate.of(2026, 2, 13), 2, 1)),
            LocalDate.of(2026, 2, 5),
            LocalDate.of(2026, 2, 26));
    assertThat(sessions.held()).isEqualTo(new VisitBoard.Share("25.0%", "1 / 4"));
    assertThat(sessions.otherDays()).isEqualTo("2");
    assertThat(sessions.lines()).hasSize(4);
    assertThat(sessions.lines().stream().map(VisitBoard.Session::held))
        .containsExactly(false, true, false, false);
  }

  @Test
  void theNetScoreIsOfThoseWhoAnswered() {
    VisitBoard.Word word = BOARD.words(List.of(new WordRow("appeals", 6, 3, 1, 40))).get(0);
    assertThat(word.net()).isEqualTo("+50.0 points");
    assertThat(word.satisfied().of()).isEqualTo("6 / 10");
    assertThat(word.silent()).isEqualTo("40");
  }

  @Test
  void nothingOfNothingIsAWordNotZero() {
    assertThat(BOARD.words(List.of(new WordRow("visits", 0, 0, 0, 3))).get(0).net())
        .isEqualTo("no data");
    assertThat(BOARD.pace(new PaceRow(0, 0, 0, 0, 0, 0, 0, 0, null)).inTime().text())
        .isEqualTo("no data");
    assertThat(BOARD.kinds(List.of(new KindRow("household", 3, 2, null))).get(0).share())
        .isEqualTo(new VisitBoard.Share("no list of all", ""));
    assertThat(BOARD.kinds(List.of(new KindRow("building", 0, 0, 0L))).get(0).share().text())
        .isEqualTo("no data");
  }

  @Test
  void aRoleIsAShareOfTheVisitsNotOfAllRoles() {
    assertThat(
            BOARD.roles(List.of(new RoleRow("committee", 4), new RoleRow("police", 1)), 4).stream()
                .map(bar -> bar.share().text()))
        .containsExactly("100.0%", "25.0%");
  }
}

package city.chengmai.dashboard.page.wall;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.board.EmergencyText;
import city.chengmai.dashboard.board.ShippedBoards;
import city.chengmai.dashboard.board.WallBoard;
import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderPanelTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void aYearWithoutHolidaysIsNamedAndOthersAreNot() {
    assertThat(unknownHolidays(2027)).isEqualTo("2027");
    assertThat(unknownHolidays(0)).isEqualTo("");
  }

  private static Object unknownHolidays(int year) {
    CityModel city =
        new CityModel(
            new CityFacts("澄江", "Chengjiang", ZONE, Optional.empty()),
            List.of(),
            List.of(),
            List.of());
    HeaderPanel.Data data = new HeaderPanel.Data(Instant.EPOCH, 46, 47, year, Optional.empty());
    return new HeaderPanel(null, null, null)
        .model(data, city, new Figures(Language.ENGLISH, ZONE))
        .get("unknownHolidays");
  }

  /** Written before only one board told of emergencies, or past the check. */
  @Test
  void anEmergencyOfAnotherBoardIsNotShown() {
    String text =
        EmergencyText.declared(
            ShippedBoards.all().get(ShippedBoards.EMERGENCY), "Flood", Instant.EPOCH);
    WallBoard board = BoardReader.read(text).board().orElseThrow();
    assertThat(WallShow.of("duty", text, board, Map.of()).board().emergency()).isEmpty();
    assertThat(WallShow.of("emergency", text, board, Map.of()).board().emergency()).isPresent();
  }
}

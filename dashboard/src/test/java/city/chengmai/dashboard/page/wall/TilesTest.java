package city.chengmai.dashboard.page.wall;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.WallQueries.AlertCountsRow;
import city.chengmai.dashboard.query.WallQueries.CountsRow;
import city.chengmai.datasets.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {

  private static final IndicatorRow RATE =
      new IndicatorRow(
          "S04",
          1,
          LocalDate.of(2026, 11, 22),
          17.6,
          22,
          80.0,
          "measured",
          null,
          1,
          Instant.parse("2026-11-22T04:00:00Z"));

  @Test
  void noAlertsAreKnownBeforeAnalyticsHasRun() {
    assertThat(tiles(List.of()).alerts()).extracting(Tile::word, Tile::value).contains(true);
    assertThat(tiles(List.of(RATE)).alerts())
        .extracting(Tile::word, Tile::value)
        .containsExactly(false, "0");
  }

  @Test
  void aSumOfWeightsKeepsItsDecimals() {
    assertThat(tiles(List.of(RATE)).indicator("S04").detail()).isEqualTo("17.6 / 22");
  }

  @Test
  void theTileOfAlertsSaysWhatItCounts() {
    Tile tile = tiles(List.of(RATE), new AlertCountsRow(12, 5, 3, 9)).alerts();
    assertThat(tile.value()).isEqualTo("12");
    assertThat(tile.detail()).isEqualTo("5 alarms in 3 areas");
  }

  @Test
  void theTileOfAnIndicatorSaysWhichTimeItCovers() {
    Tile tile = tiles(List.of(RATE)).indicator("S04");
    assertThat(tile.window()).isEqualTo("2026-10-24T00:00:00+08:00/2026-11-23T00:00:00+08:00");
    assertThat(tile.period()).isEqualTo("30\u00a0d");
    assertThat(tile.age()).isEqualTo("to 11-22 12:00");
  }

  private static Tiles tiles(List<IndicatorRow> indicators) {
    return tiles(indicators, new AlertCountsRow(0, 0, 0, 0));
  }

  private static Tiles tiles(List<IndicatorRow> indicators, AlertCountsRow alerts) {
    return new Tiles(
        new FiguresPanel.Data(true, false, new CountsRow(0, 0, 0, 0, 0, 0), alerts, indicators),
        new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai")),
        Catalogue.bundled());
  }
}

package city.chengmai.dashboard.page.wall;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.WallQueries.AlertCountsRow;
import city.chengmai.dashboard.query.WallQueries.CountsRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of figures: those of indicators are the catalogue's, and no two figures share one. */
class FigureLabelsTest {

  private static final Catalogue CATALOGUE = Catalogue.bundled();

  @ParameterizedTest
  @EnumSource(Language.class)
  void tilesAreLabelledByTheCatalogueWhicheverIndicatorTheyShow_d7(Language language) {
    Tiles tiles = tiles(language, CATALOGUE.indicators().stream().map(this::row).toList());
    for (Indicator indicator : CATALOGUE.indicators()) {
      Tile tile = tiles.indicator(indicator.id());
      assertThat(tile.label()).isEqualTo(LocalText.of(indicator.name(), language));
      assertThat(tile.indicator()).isEqualTo(indicator.id());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anIndicatorWithoutAValueKeepsItsName_d7(Language language) {
    assertThat(tiles(language, List.of()).indicator("S03").label())
        .isEqualTo(LocalText.of(CATALOGUE.indicator("S03").name(), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTwoFiguresShareAName_d10(Language language) {
    Messages messages = Messages.of(language);
    List<String> names = new ArrayList<>();
    CATALOGUE
        .indicators()
        .forEach(indicator -> names.add(lower(LocalText.of(indicator.name(), language))));
    Stream.of("figures.reported", "figures.reported-day", "figures.open", "figures.alerts")
        .forEach(key -> names.add(lower(messages.text(key))));
    Stream.of("reported", "closed", "in-time", "orders", "satisfied")
        .forEach(key -> names.add(lower(messages.text("special." + key))));
    assertThat(names).doesNotHaveDuplicates();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private IndicatorRow row(Indicator indicator) {
    return new IndicatorRow(
        indicator.id(),
        1,
        LocalDate.of(2026, 11, 22),
        30,
        40,
        75.0,
        "measured",
        null,
        1,
        Instant.parse("2026-11-22T04:00:00Z"));
  }

  private static Tiles tiles(Language language, List<IndicatorRow> indicators) {
    return new Tiles(
        new FiguresPanel.Data(
            true,
            false,
            new CountsRow(0, 0, 0, 0, 0, 0),
            new AlertCountsRow(0, 0, 0, 0),
            indicators),
        new Figures(language, ZoneId.of("Asia/Shanghai")),
        CATALOGUE);
  }
}

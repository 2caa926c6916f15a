package city.chengmai.dashboard.page.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.StandingQueries.ChangeRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreMovesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Catalogue CATALOGUE = Catalogue.bundled();
  private static final Figures FIGURES = new Figures(Language.ENGLISH, ZONE);

  @Test
  void shownPointsAddUpToTheShownChange() {
    Random random = new Random(9);
    for (int round = 0; round < 300; round++) {
      List<ChangeRow> changes = new ArrayList<>();
      for (Indicator indicator : CATALOGUE.indicators().subList(0, 1 + random.nextInt(12))) {
        changes.add(change(indicator.id(), random.nextGaussian(), random.nextGaussian() / 9));
      }
      ScoreMoves moves = moves(changes, 40 + 50 * random.nextDouble());

      double told = moves.others().isEmpty() ? 0 : number(moves.others());
      for (ScoreMoves.Move move : moves.moves()) {
        told += number(move.points());
      }
      assertThat(moves.moves()).hasSizeLessThanOrEqualTo(5);
      assertThat(told).isCloseTo(number(moves.change()), within(1e-9));
      assertThat(number(moves.now()) - number(moves.before()))
          .isCloseTo(number(moves.change()), within(1e-9));
    }
  }

  @Test
  void nothingIsSaidWithoutAScoreOnBothDays() {
    IndicatorWords words = new IndicatorWords(CATALOGUE, FIGURES);

    assertThat(ScoreMoves.of(portrait(List.of(), 70.0), words, FIGURES)).isEmpty();
  }

  private static ScoreMoves moves(List<ChangeRow> changes, double score) {
    IndicatorWords words = new IndicatorWords(CATALOGUE, FIGURES);
    return ScoreMoves.of(portrait(changes, score), words, FIGURES).orElseThrow();
  }

  private static double number(String shown) {
    return Double.parseDouble(shown.replace('−', '-').replace("±", ""));
  }

  private static ChangeRow change(String indicator, double value, double weight) {
    return new ChangeRow(
        Portrait.OVERALL, indicator, DAY, DAY.minusDays(30), 50.0, 60.0, value, weight);
  }

  private static Portrait portrait(List<ChangeRow> changes, Double score) {
    PortraitRow row =
        new PortraitRow(
            "g1", DAY, Portrait.OVERALL, score, 60.0, 90.0, "B", 1, "general", 9, 3, 1, 7, 2, NOW);
    return new Portrait(
        new AreaRow("g1", "", "grid", "general", 0, "一", "One", "", 0, 0, 1, "{}"),
        new CityMoment(NOW, DAY, ZONE, false),
        List.of(row),
        List.of(row),
        List.of(),
        List.of(),
        List.of(),
        changes,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

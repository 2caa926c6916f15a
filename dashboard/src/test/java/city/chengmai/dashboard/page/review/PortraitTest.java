package city.chengmai.dashboard.page.review;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitTest {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void scoresOfAnEarlierDayDoNotPassForToday() {
    LocalDate computed = LocalDate.of(2026, 11, 17);
    Portrait portrait = portrait(List.of(score(Portrait.OVERALL, 80.0, computed)), List.of());

    assertThat(portrait.day()).isEqualTo(computed);
    assertThat(PortraitJson.of(portrait).getString("day")).isEqualTo("2026-11-17");
    assertThat(portrait(List.of(), List.of()).day()).isEqualTo(TODAY);
  }

  @Test
  void nothingIsLostFromADimensionWithoutAScore() {
    ContributionRow lost =
        new ContributionRow("management", "M04", "measured", 70.0, 70.0, 40.0, 0.5, 20, 30);
    ContributionRow uncounted =
        new ContributionRow("service", "S02", "measured", 40.0, 40.0, 2.0, 0.6, 1, 59);
    Portrait portrait =
        portrait(
            List.of(score("management", 60.0, TODAY), score("service", null, TODAY)),
            List.of(uncounted, lost));

    assertThat(portrait.counted()).containsExactly(lost);
  }

  private static PortraitRow score(String dimension, Double score, LocalDate day) {
    return new PortraitRow(
        "g1",
        day,
        dimension,
        score,
        75.0,
        86.0,
        "B",
        1,
        "general",
        1,
        1,
        1,
        1,
        1,
        NOW.minusSeconds(9));
  }

  private static Portrait portrait(List<PortraitRow> scores, List<ContributionRow> contributions) {
    return new Portrait(
        new AreaRow("g1", "", "grid", "general", 0, "一", "One", "", 0, 0, 1, "{}"),
        new CityMoment(NOW, TODAY, ZoneId.of("Asia/Shanghai"), false),
        scores,
        scores,
        List.of(),
        contributions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

package city.chengmai.dashboard.page.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.SiteQueries.ClockRow;
import city.chengmai.dashboard.query.SiteQueries.FunnelRow;
import city.chengmai.dashboard.query.SiteQueries.SiteRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteBoardTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final SiteBoard BOARD =
      new SiteBoard(
          new CityModel(
              new CityFacts("", "", ZONE, Optional.empty()), List.of(), List.of(), List.of()),
          NOW,
          new Figures(Language.ENGLISH, ZONE));

  @Test
  void aClockSaysWhatIsLeftAndSinceWhenItIsOver() {
    List<SiteBoard.Clock> clocks =
        BOARD.clocks(
            List.of(
                clock("verification", 80), clock("negotiation", 20), clock("verification", -90)),
            List.of());
    assertThat(clocks)
        .extracting(SiteBoard.Clock::name, SiteBoard.Clock::left, SiteBoard.Clock::level)
        .containsExactly(
            tuple("look at the site", "80 min left", Level.NORMAL),
            tuple("negotiation of the three parties", "20 min left", Level.WARNING),
            tuple("look at the site", "over for 1 h", Level.ALARM));
    assertThat(clocks.get(0).due()).isEqualTo(NOW.plus(Duration.ofMinutes(80)).toEpochMilli());
  }

  /** 52 complaints were solved in the text; each step says what it lost. */
  @Test
  void everyStepOfTheFunnelSaysWhatItLost() {
    List<SiteBoard.Step> steps = BOARD.funnel(new FunnelRow(80, 70, 60, 40, 30, 55, 52, 2));
    assertThat(steps)
        .extracting(SiteBoard.Step::key, SiteBoard.Step::count, step -> step.share().of())
        .containsExactly(
            tuple("received", "80", "80 / 80"),
            tuple("verified", "70", "70 / 80"),
            tuple("confirmed", "60", "60 / 70"),
            tuple("negotiated", "30", "30 / 40"),
            tuple("rectified", "55", "55 / 60"),
            tuple("solved", "52", "52 / 55"));
    assertThat(steps)
        .extracting(SiteBoard.Step::lost)
        .containsExactly(
            "",
            "nobody looked yet: 10",
            "did not hold: 10",
            "need a negotiation and have none: 10",
            "held and not checked since: 5",
            "solved in part: 2; not solved: 1");
  }

  @Test
  void nothingReceivedIsAWordNotZero_d1() {
    assertThat(BOARD.funnel(new FunnelRow(0, 0, 0, 0, 0, 0, 0, 0)))
        .extracting(step -> step.share().text())
        .containsOnly("no data");
  }

  @Test
  void aRoleThatNobodyFillsIsSaid() {
    SiteRow row =
        new SiteRow("s", "", "", "", "", "", null, null, "post 1", "", "", 1, 9, 8, 6, 0, 0, 2, 3);
    SiteBoard.Site site = BOARD.sites(List.of(row)).get(0);
    assertThat(site.team())
        .extracting(SiteBoard.Role::post, SiteBoard.Role::missing)
        .containsExactly(
            tuple("post 1", false), tuple("not filled", true), tuple("not filled", true));
    assertThat(site.perDay()).isEqualTo("3.00");
    assertThat(site.verified().text()).isEqualTo("75.0%");
    assertThat(site.talked().text()).isEqualTo("no data");
  }

  private static ClockRow clock(String clock, int minutes) {
    Instant due = NOW.plus(Duration.ofMinutes(minutes));
    return new ClockRow("c", "s", "", "", "noise", "", due, due, clock, 3);
  }
}

package city.chengmai.dashboard.page.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.MeasureQueries.StaircaseRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiftForecastTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Figures FIGURES = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));
  private static final CityModel CITY =
      new CityModel(
          new CityFacts("", "", ZoneId.of("Asia/Shanghai"), Optional.empty()),
          List.of(),
          List.of(),
          List.of());

  /**
   * Freireich's remissions under 6-mercaptopurine, 21 patients of whom 9 relapsed: the product
   * limit is 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 after 6, 7, 10, 13, 16, 22 and 23
   * weeks.
   */
  @Test
  void spellsThatGoOnCountAsLongerThanTheyHaveLasted() {
    double[] weeks = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    boolean[] ended = {
      true, true, true, false, true, false, true, false, false, true, true, false, false, false,
      true, true, false, false, false, false, false
    };
    int[] once = new int[weeks.length];
    Arrays.fill(once, 1);
    StageTimes times = StageTimes.of(weeks, ended, once);
    assertThat(times.longerThan(5.9)).isEqualTo(1);
    assertThat(times.longerThan(6)).isCloseTo(0.857, within(0.0005));
    assertThat(times.longerThan(9)).isCloseTo(0.807, within(0.0005));
    assertThat(times.longerThan(10)).isCloseTo(0.753, within(0.0005));
    assertThat(times.longerThan(22)).isCloseTo(0.538, within(0.0005));
    assertThat(times.longerThan(40)).isCloseTo(0.448, within(0.0005));
    assertThat(times.draw(0, 1)).isEqualTo(6);
    assertThat(times.draw(0, 0.5)).isEqualTo(23);
    assertThat(times.draw(0, 0.4)).isInfinite();
    assertThat(times.draw(10, 0.9)).as("0.9 of 0.753 are 0.678").isEqualTo(16);
  }

  /** Every stage takes ten days: whoever stands four days in the last but one is done in six. */
  @Test
  void stagesOfOneLengthLeaveNothingToChance() {
    List<StaircaseRow> rows = new ArrayList<>();
    for (int i = 0; i < LiftForecast.FEWEST; i++) {
      rows.add(staircase("done-" + i, "a", 5, 1, 30));
    }
    rows.add(staircase("six-days", "a", 4, 4, 7));
    rows.add(staircase("late", "b", 4, 4, 5));
    rows.add(staircase("thirty-three-days", "b", 1, 7, 34));
    rows.add(staircase("undated", "b", 1, 7, null));
    LiftForecast forecast = LiftForecast.of(rows, NOW);
    assertThat(forecast.lacking()).isEmpty();
    assertThat(forecast.whole())
        .isEqualTo(new LiftForecast.Part("", 11, 8, new LiftForecast.Span(10, 10, 10)));
    assertThat(forecast.parts())
        .containsExactly(
            new LiftForecast.Part("a", 9, 8, new LiftForecast.Span(9, 9, 9)),
            new LiftForecast.Part("b", 2, 0, new LiftForecast.Span(1, 1, 1)));
    assertThat(forecast.finishedAfter().middle()).isCloseTo(33, within(1e-6));
    assertThat(forecast.course().get(12).finished().middle()).isEqualTo(12);
    LiftOutlook outlook = LiftOutlook.of(rows, NOW, CITY, FIGURES);
    assertThat(outlook.inTime()).isEqualTo("10 (95 %: 10 to 10)");
    assertThat(outlook.level()).isEqualTo(Level.ALARM);
    assertThat(outlook.lastDay()).startsWith("3 April 2026");
    assertThat(outlook.chart().any()).isTrue();
  }

  @Test
  void tooFewThatWentThroughAStageAreNoForecast() {
    List<StaircaseRow> rows = new ArrayList<>();
    for (int i = 0; i < LiftForecast.FEWEST - 1; i++) {
      rows.add(staircase("done-" + i, "a", 5, 1, 30));
    }
    rows.add(staircase("open", "a", 3, 4, 40));
    LiftForecast forecast = LiftForecast.of(rows, NOW);
    assertThat(forecast.lacking()).containsExactly(3, 4);
    assertThat(forecast.parts()).isEmpty();
    assertThat(LiftOutlook.of(rows, NOW, CITY, FIGURES).said())
        .isEqualTo(
            "No forecast: too few staircases have gone on from under approval, under construction."
                + " At least 8 must have, for each stage that somebody still has before it.");
  }

  @Test
  void nobodyUnderWayNeedsNoForecastAndNobodyAtAllHasNone() {
    List<StaircaseRow> done = List.of(staircase("done", "a", 5, 1, 30));
    assertThat(LiftOutlook.of(done, NOW, CITY, FIGURES).said())
        .isEqualTo("All staircases are finished.");
    assertThat(LiftForecast.of(List.of(), NOW).all()).isZero();
  }

  /** A stage that takes longer than any that ended is said to be beyond what was seen. */
  @Test
  void whoHasStoodLongerThanAnybodyIsBeyondWhatWasSeen() {
    List<StaircaseRow> rows = new ArrayList<>();
    for (int i = 0; i < LiftForecast.FEWEST; i++) {
      rows.add(staircase("done-" + i, "a", 5, 1, 30));
    }
    rows.add(staircase("stuck", "a", 4, 300, 400));
    LiftForecast forecast = LiftForecast.of(rows, NOW);
    assertThat(forecast.whole().inTime()).isEqualTo(new LiftForecast.Span(8, 8, 8));
    assertThat(forecast.finishedAfter().lower()).isInfinite();
    assertThat(LiftOutlook.of(rows, NOW, CITY, FIGURES).lastDay())
        .startsWith("later than anything seen so far");
  }

  /**
   * Of 100 worlds in which stages last exponentially, 40 days in the mean, the 95 % interval of how
   * many will be in time holds what came true in nine of ten at least.
   */
  @Test
  void theIntervalHoldsWhatComesTrue() {
    int held = 0;
    int worlds = 100;
    for (int world = 0; world < worlds; world++) {
      SplittableRandom random = new SplittableRandom(world);
      List<StaircaseRow> rows = new ArrayList<>();
      int inTime = 0;
      for (int i = 0; i < 80; i++) {
        double[] at = new double[5];
        at[0] = -250 + random.nextInt(240);
        for (int stage = 1; stage < at.length; stage++) {
          at[stage] = at[stage - 1] - 40 * Math.log(1 - random.nextDouble());
        }
        inTime += at[4] <= 60 ? 1 : 0;
        rows.add(row("s-" + i, "a", 60, at));
      }
      LiftForecast forecast = LiftForecast.of(rows, NOW);
      assertThat(forecast.lacking()).isEmpty();
      LiftForecast.Span span = forecast.whole().inTime();
      held += span.lower() <= inTime && inTime <= span.upper() ? 1 : 0;
    }
    assertThat(held).isBetween(90, worlds);
  }

  private static StaircaseRow staircase(
      String id, String grid, int stage, int standing, Integer due) {
    double[] at = new double[stage];
    for (int i = 0; i < stage; i++) {
      at[i] = -standing - 10.0 * (stage - 1 - i);
    }
    return row(id, grid, due, at);
  }

  private static StaircaseRow row(String id, String grid, Integer due, double[] at) {
    Instant[] times = new Instant[5];
    for (int i = 0; i < at.length; i++) {
      Instant time = NOW.plus(Duration.ofSeconds(Math.round(at[i] * 86_400)));
      times[i] = time.isBefore(NOW) ? time : null;
    }
    return new StaircaseRow(
        id,
        grid,
        due == null ? null : NOW.plus(Duration.ofDays(due)),
        times[0],
        times[1],
        times[2],
        times[3],
        times[4]);
  }
}

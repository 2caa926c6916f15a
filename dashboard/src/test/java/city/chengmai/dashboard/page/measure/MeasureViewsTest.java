package city.chengmai.dashboard.page.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.MeasureQueries.ActionsRow;
import city.chengmai.dashboard.query.MeasureQueries.CallbacksRow;
import city.chengmai.dashboard.query.MeasureQueries.ContactsRow;
import city.chengmai.dashboard.query.MeasureQueries.FollowRow;
import city.chengmai.dashboard.query.MeasureQueries.LevelRow;
import city.chengmai.dashboard.query.MeasureQueries.LiftStageRow;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureViewsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Figures FIGURES = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));

  @Test
  void milestonesDueUntilNowMakeTheRateAndDroppedOnesDoNot() {
    Projects projects =
        Projects.of(
            List.of(
                milestone("in-time", -10, -12, "reached"),
                milestone("late", -10, -5, "reached"),
                milestone("overdue", -1, null, "started"),
                milestone("early", 20, -1, "reached"),
                milestone("ahead", 20, null, "planned"),
                milestone("dropped", -5, null, "dropped")),
            NOW,
            FIGURES);
    assertThat(projects.rate()).isEqualTo("66.7%");
    assertThat(projects.fraction()).isEqualTo("2 / 3");
    assertThat(projects.inTime()).isEqualTo("1 / 3");
    assertThat(projects.overdue()).isEqualTo("1");
    assertThat(projects.all()).isEqualTo("3 / 5");
    assertThat(projects.lines())
        .extracting(Projects.Line::state)
        .containsExactly("reached", "reached late", "overdue", "reached", "planned", "dropped");
    assertThat(projects.lines().get(2).level()).isEqualTo(Level.ALARM);
  }

  @Test
  void nothingOfNothingIsAWordNotZero_d1() {
    assertThat(Projects.of(List.of(), NOW, FIGURES).rate()).isEqualTo("no data");
    assertThat(Lifts.of(List.of(), FIGURES).share()).isEqualTo("no data");
    Contacts nobody = Contacts.of(new ContactsRow(0, 0, 0, 0, 0, 0, 0, 0), FIGURES);
    assertThat(nobody.appealsPer100()).isEqualTo("no data");
    assertThat(nobody.issuesPer100()).isEqualTo("no data");
    assertThat(Callbacks.of(new CallbacksRow(0, 0), FIGURES).rate()).isEqualTo("no data");
    assertThat(ActionMix.of(new ActionsRow(0, 0, 0), FIGURES).lines())
        .extracting(ActionMix.Line::share)
        .containsOnly(Figures.NONE);
  }

  @Test
  void contactsOfThreeQuartersAndASurveyHaveTheRatesThatTheirTextsTell() {
    Contacts quarters =
        Contacts.of(new ContactsRow(18_854, 0, 0, 0, 18_854, 2_662, 2_634, 28), FIGURES);
    assertThat(quarters.appealsPer100()).isEqualTo("14.1");
    assertThat(quarters.appeals()).isEqualTo(FIGURES.count(2_662) + " / " + FIGURES.count(18_854));
    assertThat(quarters.solved()).isEqualTo("98.95%");
    assertThat(quarters.open()).isEqualTo("28");
    Contacts survey = Contacts.of(new ContactsRow(102, 10, 29, 5, 102, 0, 0, 0), FIGURES);
    assertThat(survey.issuesPer100()).isEqualTo("28.4");
    assertThat(survey.issues()).isEqualTo("29 / 102");
    assertThat(survey.solved()).isEqualTo("no data");
  }

  @Test
  void twoHundredAndSixteenCasesHaveThreeLevels() {
    Levels levels =
        Levels.of(
            List.of(
                new LevelRow("difficult", 16, 12),
                new LevelRow("simple", 52, 52),
                new LevelRow("comprehensive", 148, 148)),
            FIGURES);
    assertThat(levels.total()).isEqualTo("216");
    assertThat(levels.lines())
        .extracting(Levels.Line::filed, Levels.Line::share)
        .containsExactly(tuple("52", "24.1%"), tuple("148", "68.5%"), tuple("16", "7.4%"));
    assertThat(Levels.of(List.of(), FIGURES).lines())
        .extracting(Levels.Line::share)
        .containsOnly(Figures.NONE);
  }

  @Test
  void whoIsFurtherWasAtEveryStageBefore() {
    Lifts lifts =
        Lifts.of(
            List.of(new LiftStageRow(2, 7, 3, 84, 40, 0), new LiftStageRow(5, 3, 2, 36, 90, 0)),
            FIGURES);
    assertThat(lifts.finished()).isEqualTo("3 / 10");
    assertThat(lifts.lines())
        .extracting(Lifts.Line::atLeast)
        .containsExactly("10", "10", "3", "3", "3");
    assertThat(lifts.lines())
        .extracting(Lifts.Line::there)
        .containsExactly("0", "7", "0", "0", "3");
  }

  @Test
  void theMixStandsBesideSevenTwoOne() {
    assertThat(ActionMix.of(new ActionsRow(30, 15, 5), FIGURES).lines())
        .extracting(ActionMix.Line::share, ActionMix.Line::distance)
        .containsExactly(
            tuple("60.0%", "−10.0 points"),
            tuple("30.0%", "+10.0 points"),
            tuple("10.0%", "±0.0 points"));
  }

  @Test
  void aMilestoneThatFollowsSaysWhatItWaitsForAndWhetherItCanBeInTime() {
    List<MilestoneRow> rows =
        List.of(
            milestone("overdue", -1, null, "started"),
            milestone("done", -10, -12, "reached"),
            milestone("next", 20, null, "planned"),
            milestone("early", 5, null, "planned"),
            milestone("free", 20, null, "planned"),
            milestone("lost", 20, null, "planned"),
            milestone("ring-1", 20, null, "planned"),
            milestone("ring-2", 20, null, "planned"),
            milestone("alone", 20, null, "planned"));
    List<Waiting.Line> lines =
        Waiting.of(
            rows,
            List.of(
                new FollowRow("next", List.of("overdue", "done")),
                new FollowRow("early", List.of("next")),
                new FollowRow("free", List.of("done")),
                new FollowRow("lost", List.of("never told")),
                new FollowRow("ring-1", List.of("ring-2")),
                new FollowRow("ring-2", List.of("ring-1")),
                new FollowRow("alone", List.of())),
            NOW,
            FIGURES);
    assertThat(lines)
        .extracting(Waiting.Line::id, Waiting.Line::state, Waiting.Line::left)
        .containsExactly(
            tuple("next", "waits", "+20 d"),
            tuple("early", "cannot be in time as planned", "−15 d"),
            tuple("free", "can begin", Figures.NONE),
            tuple("lost", "waits for one that was never told", Figures.NONE),
            tuple("ring-1", "waits for itself in a ring", "±0 d"),
            tuple("ring-2", "waits for itself in a ring", "±0 d"));
    assertThat(lines.get(0).others()).isEqualTo("overdue (overdue), done (reached)");
  }

  private static MilestoneRow milestone(String id, int due, Integer done, String stage) {
    Instant reached = done == null ? null : NOW.plus(Duration.ofDays(done));
    return new MilestoneRow(id, "p", id, "", NOW.plus(Duration.ofDays(due)), reached, stage);
  }
}

package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.calendar.NoHolidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggestions over a real ClickHouse: what they rest on, what stays, what came of them. */
class SuggestionJobIT {

  private static final Instant START = RuleFixture.FIRST.atStartOfDay(RuleTown.ZONE).toInstant();
  private static final int TODAY = 100;

  private static RuleFixture fixture;
  private ModelTown town;

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
    town =
        new ModelTown(
            fixture, RuleTown.ZONE, RuleFixture.FIRST, new NoHolidays(), List.of("g1", "g2"));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void eachKindRestsOnItsRows() {
    everyCause();
    run(TODAY);
    assertThat(kinds())
        .containsExactly("class-fix", "extra-patrol", "hand-over", "threshold", "visit");
    assertThat(one("SELECT toString(min(length(evidence))) AS x FROM suggested_measures FINAL"))
        .isNotEqualTo("0");
    assertThat(
            one(
                "SELECT concat(subject, ' ', toString(evidence[1])) AS x FROM suggested_measures"
                    + " FINAL WHERE kind = 'extra-patrol'"))
        .isEqualTo("21 alert-1");
    assertThat(
            one(
                "SELECT toString(expected_lower < expected AND expected < expected_upper AND expected < 0) AS x"
                    + " FROM suggested_measures FINAL WHERE kind = 'extra-patrol'"))
        .isEqualTo("1");
  }

  @Test
  void patrolsAreForWhatTheAlertIsAbout() {
    cases("g1", 21, TODAY - 84, TODAY - 28, 7);
    cases("g1", 21, TODAY - 28, TODAY, 1);
    alert("alert-1", "another");
    run(TODAY);
    assertThat(kinds()).isEmpty();
    alert("alert-2", "x");
    run(TODAY);
    assertThat(
            one(
                "SELECT concat(measure_id, ' ', details['category'], ' ', evidence[1]) AS x"
                    + " FROM suggested_measures FINAL"))
        .startsWith("extra-patrol|g1|x|21|")
        .endsWith(" x alert-2");
  }

  @Test
  void whatChanceBringsInOneOfEightStretchesIsNoReason() {
    cases("g1", 21, TODAY - 84, TODAY - 28, 8);
    cases("g1", 21, TODAY - 28, TODAY, 3);
    alert("alert-1", "x");
    run(TODAY);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void onlyTheLatestProposalThatChangesSomethingIsSuggested() {
    proposal("p1", RuleFixture.FIRST, 0.5);
    proposal("p2", RuleFixture.FIRST.plusDays(31), 0.6);
    run(TODAY);
    assertThat(one("SELECT subject AS x FROM suggested_measures FINAL")).isEqualTo("p2");
    fixture.client().execute("TRUNCATE TABLE suggested_measures");
    proposal("p3", RuleFixture.FIRST.plusDays(61), 0.25);
    run(TODAY);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void withoutACauseNothingIsSuggested() {
    cases("g2", 21, 0, TODAY, 1);
    run(TODAY);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void aRerunChangesNothingAndADecisionStays() {
    everyCause();
    run(TODAY);
    String before = rows();
    decide("class-fix", "reject", TODAY - 1);
    run(TODAY);
    assertThat(rows()).isEqualTo(before);
    assertThat(one("SELECT decision AS x FROM measure_decisions FINAL")).isEqualTo("reject");
  }

  @Test
  void whatWasDecidedStaysAsItWasAndNewHitsAreAnotherMeasure() {
    everyCause();
    run(TODAY);
    decide("hand-over", "reject", TODAY);
    decide("extra-patrol", "accept", TODAY);
    String frozen = said();
    hit("repeat-place|q|2025-05-02", "repeat-place");
    cases("g1", 21, TODAY, TODAY + 3, 1);
    run(TODAY + 3);
    assertThat(said()).isEqualTo(frozen);
    assertThat(
            one(
                "SELECT arrayStringConcat(evidence, ' ') AS x FROM suggested_measures FINAL"
                    + " WHERE kind = 'hand-over' AND isNull(ended_day)"))
        .isEqualTo("repeat-place|p|2025-05-01 repeat-place|q|2025-05-02");
    String rows = rows();
    run(TODAY + 3);
    assertThat(rows()).isEqualTo(rows);
  }

  private static String said() {
    fixture.flush();
    return fixture
        .client()
        .rows(
            "SELECT subject, evidence, evidence_total, details, baseline, expected FROM suggested_measures FINAL"
                + " WHERE measure_id IN (SELECT measure_id FROM measure_decisions FINAL) ORDER BY measure_id")
        .toString();
  }

  @Test
  void whatWasHandedOverIsNotSuggestedAgain() {
    everyCause();
    run(TODAY);
    fixture.row(
        "hit_actions",
        "hit_id",
        "repeat-place|p|2025-05-01",
        "action_id",
        "act-1",
        "action",
        "hand-over",
        "acted_at",
        day(TODAY));
    run(TODAY + 1);
    assertThat(
            one(
                "SELECT toString(ended_day) AS x FROM suggested_measures FINAL WHERE kind = 'hand-over'"))
        .isEqualTo(RuleFixture.FIRST.plusDays(TODAY).toString());
  }

  @Test
  void fourWeeksAfterItWasAcceptedItsEffectIsMeasured() {
    everyCause();
    run(TODAY);
    decide("extra-patrol", "accept", TODAY);
    cases("g1", 21, TODAY, TODAY + 28, 7);
    cases("g2", 21, TODAY - 28, TODAY + 28, 1);
    run(TODAY + 27);
    assertThat(measured()).isEqualTo("0");
    run(TODAY + 29);
    assertThat(measured()).isEqualTo("1");
    assertThat(
            one(
                "SELECT concat(toString(observed), ' ', toString(round(effect)), ' ', toString(effect_upper < 0)) AS x"
                    + " FROM suggested_measures FINAL WHERE kind = 'extra-patrol'"))
        .isEqualTo("4 -24 1");
  }

  private static String measured() {
    return one(
        "SELECT toString(countIf(isNotNull(measured_on))) AS x FROM suggested_measures FINAL WHERE kind = 'extra-patrol'");
  }

  /** A rising grid with an alert, a repeat place, an unanswered appeal, and a proposal. */
  private void everyCause() {
    cases("g1", 21, TODAY - 84, TODAY - 28, 7);
    cases("g1", 21, TODAY - 28, TODAY, 1);
    alert("alert-1", "");
    hit("repeat-place|p|2025-05-01", "repeat-place");
    fixture.row(
        "appeals",
        "appeal_id",
        "z1",
        "enterprise_id",
        "e1",
        "grid",
        "g2",
        "raised_at",
        day(TODAY - 20),
        "due_at",
        day(TODAY - 10));
    proposal("p1", RuleFixture.FIRST.plusDays(31), 0.5);
  }

  private static void alert(String id, String category) {
    fixture.row(
        "alerts",
        "alert_id",
        id,
        "rule",
        "A02",
        "severity",
        "warning",
        "area_id",
        "g1",
        "category",
        category,
        "state",
        "open");
  }

  private static void hit(String id, String model) {
    fixture.row(
        "empowerment_hits",
        "hit_id",
        id,
        "model_id",
        model,
        "department",
        "urban-management",
        "area_id",
        "g1",
        "subject",
        "121.3,31.2",
        "evidence",
        List.of("c1", "c2"),
        "evidence_total",
        9,
        "details",
        Map.of("cases", "8"));
  }

  private static void proposal(String id, LocalDate month, double value) {
    fixture.row(
        "threshold_proposals",
        "proposal_id",
        id,
        "rule",
        "A02",
        "parameter",
        "relative-floor",
        "month",
        month,
        "current_value",
        0.25,
        "proposed_value",
        value,
        "alerts_now",
        40,
        "alerts_then",
        30,
        "false_now",
        12,
        "false_then",
        3,
        "evidence",
        List.of("alert-1"));
  }

  private static void cases(String grid, int hour, int from, int to, int everyDays) {
    for (int day = from; day < to; day += everyDays) {
      fixture.row(
          "cases",
          "case_id",
          grid + "-" + day,
          "grid",
          grid,
          "category",
          "x",
          "reported_at",
          day(day).plus(hour, ChronoUnit.HOURS));
    }
  }

  private static void decide(String kind, String decision, int day) {
    fixture.row(
        "measure_decisions",
        "measure_id",
        one("SELECT measure_id AS x FROM suggested_measures FINAL WHERE kind = '" + kind + "'"),
        "decision_id",
        "decision-" + kind,
        "decision",
        decision,
        "decided_at",
        day(day));
  }

  private void run(int day) {
    fixture.flush();
    new SuggestionJob().run(town.context(RuleFixture.FIRST, day(day)));
  }

  private static Instant day(int day) {
    return START.plus(day, ChronoUnit.DAYS);
  }

  private static List<String> kinds() {
    return fixture.client().rows("SELECT kind FROM suggested_measures FINAL ORDER BY kind").stream()
        .map(row -> row.get("kind").asText())
        .toList();
  }

  private static String rows() {
    return fixture
        .client()
        .rows("SELECT * FROM suggested_measures FINAL ORDER BY measure_id")
        .toString();
  }

  private static String one(String query) {
    return fixture.client().rows(query).get(0).get("x").asText();
  }
}

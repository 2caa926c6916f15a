package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.campaign.SpecialPeriod;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules that are questions, as jobs: runs that follow new data, reruns, broken rules, numbers of a
 * time and place.
 */
class QueryRuleJobIT {

  private static final Instant START = RuleFixture.FIRST.atStartOfDay(RuleTown.ZONE).toInstant();
  private static final String WITHOUT_HISTORY = "state = 'open'";

  private static RuleFixture fixture;
  private RuleTown town;

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
    town = new RuleTown(fixture);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  /** Something that the town tells on a day, and when that happened. */
  private record Told(int toldOn, int happenedOn, Runnable row) {}

  @Test
  void runsThatFollowNewDataLeaveWhatAFullRunLeaves() {
    List<Told> told = told(new Random(5));
    for (int day = 40; day <= 70; day += 3) {
      int today = day;
      List<Told> news =
          told.stream()
              .filter(t -> t.toldOn() < today && (today == 40 || t.toldOn() >= today - 3))
              .toList();
      news.forEach(t -> t.row().run());
      int touched = news.stream().mapToInt(Told::happenedOn).min().orElse(day);
      LocalDate from =
          today == 40
              ? RuleFixture.FIRST
              : RuleFixture.FIRST.plusDays(Math.min(touched, day - 4) - 1);
      town.run(from, START.plus(day, ChronoUnit.DAYS));
    }
    Set<String> open = town.alerts(WITHOUT_HISTORY);
    Set<String> all = town.alerts("1");
    assertThat(town.openByRule()).hasSize(6);
    assertThat(all).hasSizeGreaterThan(open.size() + 20);

    fixture.client().execute("ALTER TABLE alerts DELETE WHERE 1 SETTINGS mutations_sync = 1");
    town.runAll(START.plus(70, ChronoUnit.DAYS));

    assertThat(town.alerts(WITHOUT_HISTORY)).isEqualTo(open);
    assertThat(all).containsAll(town.alerts("1"));
  }

  @Test
  void aRerunChangesNothing() {
    told(new Random(6)).forEach(t -> t.row().run());
    town.runAll(START.plus(70, ChronoUnit.DAYS));
    Set<String> before = town.alerts("1");
    String raised = raised();

    town.runAll(START.plus(70, ChronoUnit.DAYS));

    assertThat(town.alerts("1")).isEqualTo(before).hasSizeGreaterThan(60);
    assertThat(raised()).isEqualTo(raised);
  }

  private static String raised() {
    return fixture.client().scalar("SELECT sum(cityHash64(alert_id, raised_at)) FROM alerts FINAL");
  }

  @Test
  void whatContinuesIsOneAlertForPeople() {
    for (int day = 20; day < 26; day++) {
      aCase("c" + day, "x", "g1", START.plus(day, ChronoUnit.DAYS), 121.3);
    }
    town.runAll(START.plus(25, ChronoUnit.DAYS));
    town.run(RuleFixture.FIRST.plusDays(25), START.plus(26, ChronoUnit.DAYS));

    List<ObjectNode> rows =
        fixture
            .client()
            .rows(
                "SELECT alert_id, group_id FROM alerts FINAL WHERE rule = 'A03' ORDER BY alert_id");
    assertThat(rows).hasSize(4);
    assertThat(rows).extracting(row -> row.get("group_id").asText()).containsOnly("A03|c22");
  }

  @Test
  void whatIsNoLongerSoIsClearedAndKeepsWhenItWasRaised() {
    Instant due = START.plus(10, ChronoUnit.DAYS);
    fixture.row("project_milestones", "milestone_id", "m1", "due_at", due);
    town.runAll(due.plusSeconds(5));
    assertThat(town.openByRule()).containsExactly("A14 1");

    fixture.row(
        "project_milestones",
        "milestone_id",
        "m1",
        "due_at",
        due,
        "reached_at",
        due.plusSeconds(60),
        "version",
        2);
    town.run(RuleFixture.FIRST.plusDays(9), due.plusSeconds(90));

    ObjectNode row = fixture.client().rows("SELECT * FROM alerts FINAL").get(0);
    assertThat(row.get("state").asText()).isEqualTo("cleared");
    assertThat(row.get("raised_at").asText()).startsWith(RuleFixture.text(due).substring(0, 19));
    assertThat(row.get("cleared_at").asText())
        .startsWith(RuleFixture.text(due.plusSeconds(60)).substring(0, 19));
  }

  @Test
  void aBrokenRuleIsNamedAndStopsNoOther() {
    AlertRule sound = AlertRules.bundled().rule("A14");
    AlertRule without =
        new AlertRule(
            "A99", sound.name(), sound.description(), "query", 1, Map.of(), null, null, null);
    AlertRule lacking =
        new AlertRule(
            "A13", sound.name(), sound.description(), "query", 1, Map.of(), null, null, null);
    Instant due = START.plus(10, ChronoUnit.DAYS);
    fixture.row("project_milestones", "milestone_id", "m1", "due_at", due);

    town.run(
        new AlertRules(List.of(without, lacking, sound)), RuleFixture.FIRST, due.plusSeconds(5));

    assertThat(town.openByRule()).containsExactly("A14 1");
    assertThat(message("rule-A99")).startsWith("failed rule A99: its file a99.sql is not");
    assertThat(message("rule-A13")).startsWith("failed rule A13: ").contains("window_days");
    assertThat(message("rule-A14")).isEqualTo("done ");
  }

  private static String message(String job) {
    return fixture
        .client()
        .scalar(
            "SELECT argMax(concat(state, ' ', message), started_at) FROM job_runs FINAL WHERE job = '"
                + job
                + "'");
  }

  @Test
  void aSpecialPeriodAndAnApprovalHoldInTheirTimeAndPlace() {
    for (String grid : List.of("g1", "g2")) {
      for (int day = 1; day <= 30; day++) {
        Instant at = START.plus(day, ChronoUnit.DAYS);
        fixture.row(
            "visits",
            "visit_id",
            grid + day,
            "target_type",
            "enterprise",
            "target_id",
            "e-" + grid,
            "grid",
            grid,
            "held_at",
            at);
      }
    }
    LocalName name = new LocalName("会", "Expo");
    LocalDate from = RuleFixture.FIRST.plusDays(20);
    town.plans(
        new CityPlans(
            List.of(),
            List.of(),
            List.of(
                new SpecialPeriod(
                    "expo",
                    name,
                    from,
                    from.plusDays(5),
                    List.of("g2"),
                    name,
                    from.minusDays(9),
                    from.minusDays(4),
                    Map.of("A13", Map.of("contacts", 40.0))))));
    approve("A13", "g1", 8, "approve", START.plus(15, ChronoUnit.DAYS));
    approve("A13", "g2", 99, "approve", START.plus(2, ChronoUnit.DAYS));

    town.runAll(START.plus(31, ChronoUnit.DAYS));

    // 99 is out of bounds, and 8 holds from the day after; contacts 4 to 8 were too many before.
    assertThat(found("g1")).containsExactlyElementsOf(days(4, 30));
    List<Integer> outside = new ArrayList<>(days(4, 19));
    outside.addAll(days(25, 30));
    assertThat(found("g2")).containsExactlyElementsOf(outside);
    assertThat(
            fixture
                .client()
                .scalar(
                    "SELECT max(upper) FROM alerts FINAL WHERE evidence_total > 15 AND area_id = 'g1'"))
        .isEqualTo("8");

    approve("A13", "g1", 8, "revert", START.plus(20, ChronoUnit.DAYS));
    town.runAll(START.plus(31, ChronoUnit.DAYS));
    assertThat(
            fixture
                .client()
                .scalar(
                    "SELECT toString(groupArray(upper)) FROM (SELECT upper FROM alerts FINAL WHERE area_id = 'g1' AND evidence_total IN (14, 17, 20, 21) ORDER BY evidence_total)"))
        .isEqualTo("[3,8,8,3]");
  }

  private static void approve(String rule, String area, double value, String decision, Instant at) {
    String proposal = rule + area;
    fixture.row(
        "threshold_proposals",
        "proposal_id",
        proposal,
        "rule",
        rule,
        "area_id",
        area,
        "parameter",
        "contacts",
        "month",
        LocalDate.of(2025, 3, 1),
        "proposed_value",
        value);
    fixture.row(
        "threshold_decisions",
        "proposal_id",
        proposal,
        "decision_id",
        proposal + at,
        "decision",
        decision,
        "value",
        null,
        "decided_at",
        at);
  }

  private static List<Integer> found(String grid) {
    return fixture
        .client()
        .rows(
            "SELECT toUInt32(evidence_total) AS n FROM alerts FINAL WHERE rule = 'A13' AND area_id = '"
                + grid
                + "' ORDER BY n")
        .stream()
        .map(row -> row.get("n").asInt())
        .toList();
  }

  private static List<Integer> days(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  /**
   * Sixty-nine days of cases, noise, visits, doubts and milestones; a tenth of it told days late.
   */
  private List<Told> told(Random random) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      int number = i;
      int day = random.nextInt(69);
      int late = random.nextInt(10) == 0 ? random.nextInt(3) : 0;
      Instant at = START.plusSeconds(day * 86_400L + random.nextInt(86_400));
      int spot = random.nextInt(5);
      int kind = random.nextInt(8);
      told.add(new Told(day + late, day, () -> row(kind, number, at, spot)));
    }
    for (int i = 12; i < 70; i += 3) {
      int day = i;
      told.add(
          new Told(
              Math.min(69, day + day % 2), day, () -> busy(day, START.plus(day, ChronoUnit.DAYS))));
    }
    return told;
  }

  /** A day with something for the rules of a day. */
  private static void busy(int day, Instant morning) {
    for (int i = 0; i < 3; i++) {
      aCase("b" + day + "-" + i, "busy" + day / 9, "g1", morning.plusSeconds(i), 121.5);
      fixture.row(
          "observations",
          "device_id",
          "meter-9",
          "metric",
          "sound-level",
          "grid",
          "g2",
          "observed_at",
          morning.plus(23, ChronoUnit.HOURS).plusSeconds(i),
          "value",
          61,
          "source",
          "t",
          "id",
          "n" + day + "-" + i);
    }
    fixture.row(
        "observations",
        "device_id",
        "gauge",
        "metric",
        "rain",
        "grid",
        "g1",
        "observed_at",
        morning.plusSeconds(9),
        "value",
        66,
        "source",
        "t",
        "id",
        "w" + day);
  }

  private void row(int kind, int number, Instant at, int spot) {
    String grid = "g" + (1 + spot % 4);
    switch (kind) {
      case 0, 1, 2 -> aCase("c" + number, "x" + (number / 60) % 2, grid, at, 121.3 + 0.01 * spot);
      case 3 ->
          fixture.row(
              "observations",
              "device_id",
              "meter-" + spot,
              "metric",
              "sound-level",
              "grid",
              grid,
              "observed_at",
              at,
              "value",
              60 + spot,
              "source",
              "t",
              "id",
              "o" + number);
      case 4 ->
          fixture.row(
              "visits",
              "visit_id",
              "v" + number,
              "target_type",
              "enterprise",
              "target_id",
              "e" + spot,
              "grid",
              grid,
              "held_at",
              at);
      case 5 ->
          fixture.row(
              "discrepancies",
              "discrepancy_id",
              "d" + number,
              "record_kind",
              "building",
              "record_id",
              "b" + number % 20,
              "field",
              "f",
              "recorded_value",
              "100",
              "observed_value",
              "" + (90 + 10 * spot),
              "grid",
              grid,
              "found_at",
              at,
              "resolved_at",
              spot == 0 ? at.plus(9, ChronoUnit.DAYS) : null);
      case 6 ->
          fixture.row(
              "project_milestones",
              "milestone_id",
              "m" + number,
              "grid",
              grid,
              "planned_at",
              at.minus(20, ChronoUnit.DAYS),
              "due_at",
              at,
              "reached_at",
              spot < 2 ? at.plus(3, ChronoUnit.DAYS) : null);
      default -> {
        fixture.row(
            "observations",
            "device_id",
            "gauge",
            "metric",
            "rain",
            "grid",
            "g1",
            "observed_at",
            at,
            "value",
            20 + 10 * spot,
            "source",
            "t",
            "id",
            "r" + number);
        fixture.row(
            "components",
            "component_id",
            "k" + spot,
            "category",
            "public-facilities/drain-overflow",
            "grid",
            grid);
        String condition = number % 2 == 0 ? "clogged" : "good";
        fixture.event(
            "k" + number,
            "cn.grid.component.inspected",
            "k" + spot,
            grid,
            at,
            "{\"condition\":\"" + condition + "\"}");
      }
    }
  }

  private static void aCase(String id, String category, String grid, Instant at, double longitude) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "category",
        category,
        "grid",
        grid,
        "reported_at",
        at,
        "longitude",
        longitude,
        "latitude",
        31.2);
  }
}

package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.chengmai.dashboard.alert.ActionKind;
import city.chengmai.dashboard.alert.AlertAction;
import city.chengmai.dashboard.alert.AlertHistory;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.AreaAlertsRow;
import city.chengmai.dashboard.query.AlertQueries.Search;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of live clocks as pages see them: two overdue cases in one grid, one in another. */
class AlertQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private static final List<ActionKind> KINDS = List.of(ActionKind.values());

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static AlertQueries alerts;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    alerts = new AlertQueries(new Store(reader));
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      insert(writer, "A01", "c1", "west", "warning", "open", "2026-02-20 08:00:00");
      insert(writer, "A01", "c2", "west", "alarm", "open", "2026-02-21 08:00:00");
      insert(writer, "A01", "c3", "east", "warning", "open", "2026-02-22 08:00:00");
      insert(writer, "A01", "c4", "east", "warning", "cleared", "2026-02-23 08:00:00");
      insert(writer, "A01-due-soon", "c5", "west", "notice", "open", "2026-02-28 08:00:00");
      insert(writer, "A11", "a1", "west", "alarm", "open", "2026-02-27 08:00:00");
    }
  }

  @AfterAll
  static void stop() {
    reader.close();
    engine.close();
  }

  @Test
  void theOverdueCasesOfAGridAreOneLineToldByTheLatest() {
    List<AlertRow> open = alerts.open(NOW, 24);
    assertThat(open)
        .extracting(AlertRow::rule, AlertRow::areaId, AlertRow::subject, AlertRow::evidenceTotal)
        .containsExactly(
            tuple("A01-due-soon", "west", "c5", 1L),
            tuple("A11", "west", "a1", 1L),
            tuple("A01", "east", "c3", 1L),
            tuple("A01", "west", "c2", 2L));
    assertThat(open.get(3).severity()).isEqualTo("alarm");
    assertThat(alerts.open(NOW, "east", 24)).hasSize(1);
  }

  @Test
  void areasCountTheirOverdueCasesOnceAndAsNoAlarm() {
    assertThat(alerts.byArea(NOW))
        .containsExactly(new AreaAlertsRow("east", 1, 0), new AreaAlertsRow("west", 3, 1));
    // The tile counts what the map marks.
    assertThat(new WallQueries(new Store(reader)).alertCounts(NOW, NOW.minusSeconds(86_400)))
        .isEqualTo(new WallQueries.AlertCountsRow(2, 1, 1, 1));
  }

  @Test
  void aCaseHasItsOwn() {
    assertThat(alerts.ofCase(NOW, "c1")).extracting(AlertRow::subject).containsExactly("c1");
    assertThat(alerts.ofCase(NOW, "c4")).isEmpty();
  }

  @Test
  void sentencesNameCaseAndBothEndsOfTheClock() {
    for (Language language : Language.values()) {
      Figures figures = new Figures(language, ZoneId.of("Asia/Shanghai"));
      AlertSentence sentence =
          new AlertSentence(new CityModel(null, List.of(), List.of(), List.of()), figures);
      String text = sentence.text(alerts.ofCase(NOW, "c1").get(0));
      assertThat(text)
          .contains("c1")
          .contains(figures.fullMoment(Instant.parse("2026-02-19T08:00:00Z")))
          .contains(figures.fullMoment(Instant.parse("2026-02-20T08:00:00Z")));
      assertThat(sentence.text(alerts.open(NOW, 24).get(3))).contains("c2").contains("2");
    }
  }

  @Test
  void findingsOfAGroupAreOneAlert_toldByTheLatestAndStrongest() {
    Instant later = Instant.parse("2026-05-03T00:00:00Z");
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      finding(writer, "f1", "g1", "north", "warning", "2026-05-01 00:00:00", -6, "");
      finding(writer, "f2", "g1", "north", "warning", "2026-05-02 00:00:00", -7, "");
      finding(writer, "f3", "g1", "city", "alarm", "2026-05-02 00:00:00", -12, "water");
      finding(writer, "f4", "", "south", "alarm", "2026-05-02 00:00:00", -9, "");
    }
    AlertRow group = alerts.find(later, "g1").orElseThrow();
    assertThat(group.areaId()).isEqualTo("city");
    assertThat(group.severity()).isEqualTo("alarm");
    assertThat(group.findings()).isEqualTo(3);
    assertThat(group.since()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
    assertThat(group.paused()).isTrue();
    assertThat(alerts.open(later, "north", 5).get(0).alertId()).isEqualTo("f2");
    assertThat(alerts.findings(later, "g1")).hasSize(3);
    WallQueries wall = new WallQueries(new Store(reader));
    long before = wall.alertCounts(later, NOW).open();
    assertThat(alerts.byArea(later))
        .contains(new AreaAlertsRow("city", 1, 1), new AreaAlertsRow("south", 1, 1));
    act("a1", "g1", "snooze", later, later.plusSeconds(3600));
    act("a2", "f4", "false-alarm", later, null);
    assertThat(wall.alertCounts(later, NOW).open()).isEqualTo(before - 2);
    assertThat(wall.alertCounts(later.plusSeconds(3600), NOW).open()).isEqualTo(before - 1);
    assertThat(alerts.open(later, 50)).extracting(AlertRow::alertKey).doesNotContain("g1", "f4");
    assertThat(alerts.byArea(later)).extracting(AreaAlertsRow::areaId).doesNotContain("city");
    assertThat(alerts.counts(later))
        .contains(new AlertQueries.StandingCountRow("snoozed", 1))
        .contains(new AlertQueries.StandingCountRow("false-alarm", 1));
    assertThat(alerts.search(later, search("handled"), 50, 0))
        .extracting(AlertRow::alertKey)
        .contains("g1", "f4");
  }

  /** The fold in SQL is that of {@link AlertHistory}: every sequence of four actions, twice. */
  @Test
  void theStandingInQueriesIsThatOfTheHistory() {
    Instant start = Instant.parse("2026-06-01T00:00:00Z");
    Random random = new Random(11);
    List<Map<String, Object>> findings = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      String key = "fold-" + i;
      Instant raised = start.plusSeconds(random.nextInt(2) * 250L);
      List<AlertAction> actions = new ArrayList<>();
      for (int step = 0; step < 1 + i % 4; step++) {
        ActionKind kind = KINDS.get(random.nextInt(KINDS.size()));
        AlertAction action =
            new AlertAction(
                key + "-" + step,
                kind,
                "officer",
                kind.needsAssignee() ? "squad" : "",
                "",
                "",
                kind == ActionKind.SNOOZE
                    ? Optional.of(start.plusSeconds(random.nextInt(2) * 9_000L))
                    : Optional.empty(),
                start.plusSeconds(100L * (step + 1)));
        actions.add(action);
        rows.add(row(key, action));
      }
      findings.add(
          Map.of(
              "alert_id",
              key,
              "rule",
              "A02",
              "severity",
              "notice",
              "area_id",
              "fold",
              "period_end",
              start,
              "state",
              "open",
              "raised_at",
              raised,
              "version",
              1));
      expected.put(
          key, new AlertHistory(actions).standing(start.plusSeconds(5_000), raised).wireName());
    }
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      new TableWriter(writer).insert("alerts", findings);
      new TableWriter(writer).insert("alert_actions", rows);
    }
    Map<String, String> seen = new HashMap<>();
    alerts
        .search(start.plusSeconds(5_000), new Search("all", "", "fold", "", "", List.of()), 500, 0)
        .forEach(alert -> seen.put(alert.alertKey(), alert.standing()));
    assertThat(seen).isEqualTo(expected);
  }

  private static Map<String, Object> row(String key, AlertAction action) {
    Map<String, Object> row = new HashMap<>();
    row.put("alert_id", key);
    row.put("action_id", action.actionId());
    row.put("action", action.kind().wireName());
    row.put("assignee", action.assignee());
    row.put("until", action.until().orElse(null));
    row.put("acted_at", action.actedAt());
    row.put("version", 1);
    return row;
  }

  private static Search search(String view) {
    return new Search(view, "", "", "", "", List.of());
  }

  private static void act(String id, String key, String action, Instant at, Instant until) {
    Map<String, Object> row = new HashMap<>();
    row.put("alert_id", key);
    row.put("action_id", id);
    row.put("action", action);
    row.put("actor", "officer");
    row.put("until", until);
    row.put("acted_at", at);
    row.put("version", 1);
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      new TableWriter(writer).insert("alert_actions", List.of(row));
    }
  }

  private static void finding(
      ClickHouseClient writer,
      String id,
      String group,
      String area,
      String severity,
      String end,
      double log10P,
      String pausedBy) {
    Map<String, Object> row = new HashMap<>();
    row.put("alert_id", id);
    row.put("group_id", group);
    row.put("rule", "A02");
    row.put("severity", severity);
    row.put("area_id", area);
    row.put("category", "looks");
    row.put("period_start", end);
    row.put("period_end", end);
    row.put("observed", 12);
    row.put("log10_p", log10P);
    row.put("state", "open");
    row.put("raised_at", end);
    row.put("paused_by", pausedBy);
    row.put("version", 1);
    new TableWriter(writer).insert("alerts", List.of(row));
  }

  private static void insert(
      ClickHouseClient writer,
      String rule,
      String subject,
      String area,
      String severity,
      String state,
      String due) {
    String cleared = state.equals("open") ? "NULL" : "'" + due + "'";
    String values =
        """
        ('%1$s|%2$s', '%1$s', '%4$s', '%3$s', 'looks', toDateTime64('%6$s', 3, 'UTC') - INTERVAL 1 DAY,
         '%6$s', 1440, 'past-due', ['%2$s'], 1, '%5$s', '%6$s', %7$s, 1)"""
            .formatted(rule, subject, area, severity, state, due, cleared);
    writer.execute(
        "INSERT INTO alerts (alert_id, rule, severity, area_id, category, period_start, period_end,"
            + " observed, method, evidence, evidence_total, state, raised_at, cleared_at, version)"
            + " VALUES "
            + values);
  }
}

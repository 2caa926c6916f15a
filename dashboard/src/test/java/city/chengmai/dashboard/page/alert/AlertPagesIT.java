package city.chengmai.dashboard.page.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.DutyDesk;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.fixture.SelfWatch;
import city.chengmai.dashboard.fixture.Timetable;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.library.Condition;
import city.chengmai.dashboard.library.ScheduleRounds;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.ActionRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.ThresholdQueries;
import city.chengmai.dashboard.query.ThresholdQueries.DecisionRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The duty officer's pages over a real store, in a real browser and by requests of other sites. */
class AlertPagesIT {

  private static final String GROUP = DutyDesk.GROUP;

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Dashboard dashboard;
  private static ClickHouseClient reader;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    dashboard =
        Dashboard.start(
            new Settings(
                Map.of(
                    "dashboard.http-port", "0",
                    "dashboard.wall-refresh-milliseconds", "200",
                    "dashboard.schedules", "false",
                    "dashboard.self-alerts", "false",
                    "city.clock", "fixed:" + RealisticCity.NOW),
                engine.environment()));
    reader = new ClickHouseClient(engine.reader());
  }

  @AfterAll
  static void stop() {
    reader.close();
    dashboard.close();
    engine.close();
  }

  @Test
  void anOfficerActsAndTheListFollows() {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/alerts?lang=en"));
      Locator entry = page.locator("a[href='/alert/" + GROUP + "']");
      assertThat(entry).hasCount(1);
      entry.click();
      assertThat(page.locator("#standing")).hasText("New");
      assertThat(page.locator("#findings tbody tr")).hasCount(3);
      assertThat(page.locator("#evidence a").first()).isVisible();
      assertThat(page.locator(".map .spot")).hasCount(1);
      page.locator("details.act summary", named("Assign")).click();
      Locator assign = page.locator("details.act[open] form");
      assign.locator("[name=actor]").fill("值班长 甲");
      assign.locator("[name=assignee]").fill("城管中队");
      assign.locator("button").click();
      assertThat(page.locator("#standing")).hasText("Assigned");
      assertThat(page.locator("#history")).containsText("城管中队");
      assertThat(page.locator("details.act[open] [name=actor]")).hasValue("值班长 甲");
      page.locator("details.act summary", named("Snooze")).click();
      page.locator("details.act[open] button").click();
      assertThat(page.locator("#standing")).hasText("Snoozed");
      page.navigate(address("/alerts?lang=en"));
      assertThat(page.locator("a[href='/alert/" + GROUP + "']")).hasCount(0);
      assertThat(page.locator("#hidden")).containsText("Snoozed 1");
      page.navigate(address("/alerts?lang=en&view=handled"));
      assertThat(page.locator("a[href='/alert/" + GROUP + "']")).hasCount(1);
    }
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void sendingAFormTwiceCountsOnce() throws Exception {
    Map<String, String> form = form("acknowledge", "sent-twice-0001");
    assertThat(post("alert-2", form).statusCode()).isEqualTo(303);
    assertThat(post("alert-2", form).statusCode()).isEqualTo(303);
    assertThat(new AlertQueries(new Store(reader)).actions("alert-2"))
        .extracting(ActionRow::actionId, ActionRow::actor)
        .containsExactly(org.assertj.core.api.Assertions.tuple("sent-twice-0001", "Duty 1"));
  }

  @Test
  void whatTheStandingDoesNotAllowIsRefusedInWords() throws Exception {
    assertThat(post("alert-4", form("resolve", "resolve-00001")).statusCode()).isEqualTo(303);
    HttpResponse<String> refused = post("alert-4", form("acknowledge", "acknowledge-1"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("this alert is &quot;Resolved&quot; now");
    assertThat(post("alert-4", form("reopen", "reopen-000001")).statusCode()).isEqualTo(303);
  }

  @Test
  void aFormWithoutWhatItNeedsIsRefusedInWords() throws Exception {
    Map<String, String> form = form("false-alarm", "no-reason-00001");
    HttpResponse<String> refused = post("alert-0", form);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("choose why it was a false alarm");
    form.put("reason", "other");
    assertThat(post("alert-0", form).body()).contains("write a comment");
    form.put("comment", "x".repeat(1_001));
    assertThat(post("alert-0", form).body()).contains("too long");
    assertThat(post("no such alert", form("acknowledge", "unknown-000001")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFormOfAnotherSiteIsNotTaken() throws Exception {
    for (Map<String, String> headers :
        List.of(
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Origin", "https://elsewhere.example"),
            Map.of("Origin", "null"))) {
      HttpRequest.Builder request = request("alert-8", form("resolve", "cross-site-01"));
      headers.forEach(request::header);
      assertThat(send(request).statusCode()).as(headers.toString()).isEqualTo(403);
    }
    assertThat(new AlertQueries(new Store(reader)).actions("alert-8")).isEmpty();
  }

  @Test
  void whatAnOfficerWroteIsTextNotMarkup() throws Exception {
    Map<String, String> form = form("comment", "hostile-000001");
    form.put("comment", "<script>document.title='taken'</script>");
    form.put("actor", "<b>x</b>");
    assertThat(post("alert-6", form).statusCode()).isEqualTo(303);
    String body = get("/alert/alert-6").body();
    assertThat(body).contains("&lt;script&gt;").doesNotContain("<script>d").doesNotContain("<b>x");
  }

  @Test
  void programsReadTheSame() throws Exception {
    assertThat(get("/api/alerts?view=all").body())
        .contains("\"alert\":\"" + GROUP + "\"")
        .contains("\"sentenceZh\"")
        .contains("\"sentenceEn\"");
    assertThat(get("/api/alert/" + GROUP).body())
        .contains("\"findingsShown\"")
        .contains("\"log10P\"");
    HttpResponse<String> missing = get("/api/alert/nothing");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(get("/alert/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aScheduledStatementRaisesOneAlertAndClearsIt() throws Exception {
    String statement =
        "SELECT 'x' AS text, 7.5 AS n WHERE"
            + " (SELECT count() FROM cases WHERE case_id LIKE 'scheduled-%') = 1";
    try (Timetable table = new Timetable(engine);
        ScheduleRounds one = table.rounds();
        ScheduleRounds other = table.rounds()) {
      String id =
          table.keep("o'clock <b>", statement, new Condition(Condition.Kind.ROWS_ABOVE, 0), 2);
      assertThat(one.run()).isEqualTo(1);
      assertThat(other.run()).isZero();
      RealisticCity.report(engine.writer(), "scheduled-1");
      table.pass(5);
      assertThat(together(one, other)).isEqualTo(1);
      assertThat(scheduled(id)).isEmpty();
      table.pass(5);
      assertThat(together(one, other)).isEqualTo(1);
      JsonNode raised = scheduled(id).get(0);
      assertThat(raised.get("state").asText()).isEqualTo("open");
      assertThat(raised.get("severity").asText()).isEqualTo("warning");
      assertThat(raised.get("sentenceEn").asText())
          .isEqualTo("Scheduled statement “o'clock <b>”: rows 1, limit 0");
      table.pass(5);
      assertThat(one.run()).isEqualTo(1);
      assertThat(scheduled(id)).hasSize(1);
      assertThat(scheduled(id).get(0).get("findings").asInt()).isEqualTo(1);
      table.pass(61);
      try (ScheduleRounds afterRestart = table.rounds()) {
        assertThat(afterRestart.run()).isEqualTo(1);
        assertThat(afterRestart.run()).isZero();
      }
      assertThat(table.schedules().runs(id, 20))
          .extracting(run -> run.verdict().wireName())
          .containsExactly("met", "met", "met", "met", "not-met");
      assertThat(get("/alert/" + PathSegment.of("Q01|" + id)).statusCode()).isEqualTo(200);
      assertThat(get("/query/" + id + "?lang=en").body()).contains("condition met");
      RealisticCity.report(engine.writer(), "scheduled-2");
      table.pass(5);
      assertThat(other.run()).isEqualTo(1);
      assertThat(scheduled(id).get(0).get("state").asText()).isEqualTo("cleared");
      assertThat(table.stop(id)).isTrue();
      table.pass(30);
      assertThat(one.run()).isZero();
    }
  }

  @Test
  void aRunThatSaysNothingNeitherRaisesNorClears() throws Exception {
    try (Timetable table = new Timetable(engine);
        ScheduleRounds rounds = table.rounds()) {
      Condition below = new Condition(Condition.Kind.VALUE_BELOW, 5);
      String failing = table.keep("failing", "SELECT throwIf(1)", below, 1);
      String empty = table.keep("empty", "SELECT 1 AS n WHERE 0", below, 1);
      String writing = table.keep("writing", "DROP TABLE cases", below, 1);
      String low = table.keep("low", "SELECT 'a', 4.25", below, 1);
      assertThat(rounds.run()).isEqualTo(4);
      assertThat(scheduled(failing)).isEmpty();
      assertThat(scheduled(empty)).isEmpty();
      assertThat(scheduled(writing)).isEmpty();
      assertThat(scheduled(low).get(0).get("sentenceZh").asText())
          .isEqualTo("定时查询“low”的结果为 4.25，界限 5");
      assertThat(table.schedules().runs(writing, 1).get(0).result().reason()).isEqualTo("write");
      assertThat(table.schedules().runs(empty, 1).get(0).verdict().wireName())
          .isEqualTo("no-number");
      assertThat(table.schedules().count(failing, Duration.ofDays(1)).failed()).isEqualTo(1);
      assertThat(get("/query/" + failing + "?lang=en").body())
          .contains("The database refused the statement (code 395)");
      for (String id : List.of(low, failing, empty, writing)) {
        assertThat(table.stop(id)).isTrue();
      }
      assertThat(rounds.run()).isZero();
      assertThat(scheduled(low).get(0).get("state").asText()).isEqualTo("cleared");
    }
  }

  @Test
  void aPartThatIsDisturbedForLongIsOneAlertOverRestartsUntilItIsBack() throws Exception {
    Health silent = Health.degraded("nobody there").because("service-silent", "here:1");
    try (SelfWatch watch = new SelfWatch(engine)) {
      watch.look(Health.UP, "ingest", silent);
      watch.pass(9);
      watch.look(Health.UP, "ingest", silent);
      assertThat(own("X01|ingest@here:1")).isEmpty();
      watch.pass(1);
      watch.look(Health.UP, "ingest", silent);
      JsonNode raised = own("X01|ingest@here:1").get(0);
      assertThat(raised.get("state").asText()).isEqualTo("open");
      assertThat(raised.get("severity").asText()).isEqualTo("alarm");
      assertThat(raised.get("sentenceEn").asText())
          .isEqualTo("Ingest (here:1): disturbed for more than 10 minutes");
      assertThat(raised.get("sentenceZh").asText()).isEqualTo("数据接入（here:1）异常已超过 10 分钟");
      Instant raisedAt = watch.lastTold("X01|ingest@here:1");
      watch.pass(1);
      watch.look(Health.UP, "ingest", silent);
      assertThat(watch.rowsOf("X01|ingest@here:1")).as("nothing new, nothing written").isEqualTo(1);
      assertThat(watch.lastTold("X01|ingest@here:1")).isEqualTo(raisedAt);
      watch.restart();
      watch.look(Health.UP, "ingest", silent);
      watch.pass(30);
      watch.look(Health.UP, "ingest", silent);
      assertThat(watch.lastTold("X01|ingest@here:1"))
          .as("a restart is no news")
          .isEqualTo(raisedAt);
      watch.pass(30);
      watch.look(Health.UP, "ingest", silent);
      assertThat(watch.lastTold("X01|ingest@here:1"))
          .as("told anew after an hour, with all of its time")
          .isEqualTo(raisedAt.plus(Duration.ofMinutes(61)));
      assertThat(watch.minutesOf("X01|ingest@here:1")).isEqualTo(71);
      assertThat(own("X01|ingest@here:1")).hasSize(1);
      assertThat(own("X01|ingest@here:1").get(0).get("findings").asInt()).isEqualTo(1);
      assertThat(get("/alert/" + PathSegment.of("X01|ingest@here:1") + "?lang=en").body())
          .contains("service-silent")
          .contains("Part of the system disturbed");
      watch.look(Health.UP, "ingest", Health.UP);
      assertThat(own("X01|ingest@here:1").get(0).get("state").asText()).isEqualTo("cleared");
      watch.pass(20);
      watch.look(Health.UP, "ingest", silent);
      watch.pass(10);
      watch.look(Health.UP, "ingest", silent);
      assertThat(own("X01|ingest@here:1").get(0).get("findings").asInt()).isEqualTo(2);
      watch.look(Health.UP, "ingest", Health.UP);
    }
  }

  @Test
  void ofTwoDashboardsThatDisagreeOneTellsAndTheOtherLeavesIt() throws Exception {
    String group = "X01|schedules@here:1";
    Health failing = Health.degraded("fails").because("round-failed", "2026-11-20T00:00:00Z");
    Health silent = Health.degraded("silent").because("service-silent", "here:1");
    try (SelfWatch cut = new SelfWatch(engine, "one:1");
        SelfWatch other = new SelfWatch(engine, "two:1")) {
      cut.look(Health.UP, "schedules", failing);
      other.look(Health.UP, "schedules", Health.UP);
      cut.pass(10);
      other.pass(20);
      for (int i = 0; i < 3; i++) {
        cut.look(Health.UP, "schedules", failing);
        other.look(Health.UP, "schedules", Health.UP);
      }
      assertThat(own(group).get(0).get("state").asText()).isEqualTo("open");
      Instant raised = cut.lastTold(group);
      other.look(Health.UP, "schedules", silent);
      other.pass(12);
      other.look(Health.UP, "schedules", silent);
      cut.look(Health.UP, "schedules", failing);
      assertThat(cut.lastTold(group)).as("neither cleared nor told otherwise").isEqualTo(raised);
      cut.restart();
      cut.look(Health.UP, "schedules", Health.UP.because("not-following"));
      assertThat(own(group).get(0).get("state").asText()).as("it cannot say").isEqualTo("open");
      other.look(Health.UP, "schedules", Health.UP);
      cut.look(Health.UP, "schedules", Health.UP);
      assertThat(own(group).get(0).get("state").asText()).isEqualTo("cleared");
      assertThat(own(group).get(0).get("findings").asInt()).as("raised once").isEqualTo(1);
    }
  }

  @Test
  void whatATellerThatIsGoneLeftIsClearedByAnother() throws Exception {
    String group = "X01|notifications@here:1";
    Health failing = Health.degraded("fails").because("round-failed", "2026-11-20T00:00:00Z");
    try (SelfWatch gone = new SelfWatch(engine, "one:1");
        SelfWatch other = new SelfWatch(engine, "two:1")) {
      gone.look(Health.UP, "notifications", failing);
      gone.pass(10);
      gone.look(Health.UP, "notifications", failing);
      other.pass(129);
      other.look(Health.UP, "notifications", Health.UP);
      assertThat(own(group).get(0).get("state").asText()).isEqualTo("open");
      other.pass(2);
      other.look(Health.UP, "notifications", Health.UP);
      assertThat(own(group).get(0).get("state").asText()).isEqualTo("cleared");
    }
  }

  @Test
  void whatTheStoreCouldNotTakeIsWrittenWhenItIsBack() throws Exception {
    Health away = Health.down("no route").because("store-unavailable");
    try (SelfWatch watch = new SelfWatch(engine)) {
      watch.look(Health.UP, "disk", Health.UP);
      watch.look(away, "disk", Health.UP);
      watch.pass(5);
      watch.look(Health.UP, "disk", Health.UP);
      assertThat(own("X01|store@here:1")).as("five minutes are nobody's news").isEmpty();
      watch.look(away, "disk", Health.UP);
      watch.pass(12);
      watch.look(away, "disk", Health.UP);
      assertThat(own("X01|store@here:1")).isEmpty();
      watch.look(Health.UP, "disk", Health.UP);
      assertThat(own("X01|store@here:1").get(0).get("state").asText()).isEqualTo("cleared");
      assertThat(own("X01|store@here:1").get(0).get("severity").asText()).isEqualTo("alarm");
    }
  }

  @Test
  void aShortDiskAndLateRunsAreToldWithTheirNumbers() throws Exception {
    Map<String, Long> room = Map.of("free", 8L, "total", 100L);
    Health low = Health.degraded("low").because("disk-short", "default", "8.0", "20.0");
    Health late = Health.degraded("late").because("analytics-late", "2026-11-19T00:00:00Z");
    try (SelfWatch watch = new SelfWatch(engine)) {
      watch.look(Health.UP, "disk", low, room);
      watch.pass(10);
      watch.look(Health.UP, "disk", low, room);
      assertThat(own("X02|disk@here:1").get(0).get("sentenceEn").asText())
          .isEqualTo("Database disk (here:1): 8 % of the room is left");
      assertThat(own("X02|disk@here:1").get(0).get("severity").asText()).isEqualTo("warning");
      Health full = Health.degraded("low").because("disk-nearly-full", "default", "2.0", "2.0");
      watch.look(Health.UP, "disk", full, Map.of("free", 2L, "total", 100L));
      assertThat(own("X02|disk@here:1").get(0).get("severity").asText()).isEqualTo("alarm");
      assertThat(own("X02|disk@here:1").get(0).get("findings").asInt()).isEqualTo(1);
      watch.look(Health.UP, "disk", Health.UP, room);
      assertThat(own("X02|disk@here:1").get(0).get("state").asText()).isEqualTo("cleared");
      Map<String, Long> ages = Map.of("age-seconds", 9_000L, "allowed-seconds", 7_200L);
      watch.look(Health.UP, "analytics", late, ages);
      watch.pass(10);
      watch.look(Health.UP, "analytics", late, ages);
      assertThat(own("X03|analytics@here:1").get(0).get("sentenceEn").asText())
          .isEqualTo(
              "Analytics (here:1): the last good run ended 150 minutes ago, at most 120 expected");
      watch.look(Health.UP, "analytics", Health.UP);
      assertThat(own("X03|analytics@here:1").get(0).get("state").asText()).isEqualTo("cleared");
    }
  }

  private static List<JsonNode> own(String alert) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    String rule = alert.substring(0, alert.indexOf('|'));
    new ObjectMapper()
        .readTree(get("/api/alerts?view=all&rule=" + rule).body())
        .get("alerts")
        .forEach(
            one -> {
              if (one.get("alert").asText().equals(alert)) {
                found.add(one);
              }
            });
    return found;
  }

  /** Runs of two dashboards at the same time. */
  private static int together(ScheduleRounds one, ScheduleRounds other) throws Exception {
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return other.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    return one.run() + second.get(60, TimeUnit.SECONDS);
  }

  private static List<JsonNode> scheduled(String id) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    new ObjectMapper()
        .readTree(get("/api/alerts?view=all&rule=Q01").body())
        .get("alerts")
        .forEach(
            alert -> {
              if (alert.get("alert").asText().equals("Q01|" + id)) {
                found.add(alert);
              }
            });
    return found;
  }

  @Test
  void aProposalIsApprovedWithinItsBoundsAndReverted() throws Exception {
    assertThat(get("/thresholds?lang=en").body()).contains("41 → 29 (−12)").contains("12 → 12");
    assertThat(decide("approve", "decision-01", "3.3").statusCode()).isEqualTo(400);
    assertThat(decide("revert", "decision-02", "").statusCode()).isEqualTo(409);
    assertThat(decide("approve", "decision-03", "1.9").statusCode()).isEqualTo(303);
    assertThat(decide("approve", "decision-03", "1.9").statusCode()).isEqualTo(303);
    assertThat(decide("reject", "decision-04", "").statusCode()).isEqualTo(409);
    assertThat(decide("revert", "decision-05", "").statusCode()).isEqualTo(303);
    assertThat(new ThresholdQueries(new Store(reader)).decisions(DutyDesk.PROPOSAL))
        .extracting(DecisionRow::decision, DecisionRow::value)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("revert", null),
            org.assertj.core.api.Assertions.tuple("approve", 1.9));
    assertThat(get("/thresholds?lang=en").body()).contains("approved 1.9").contains("reverted");
  }

  private static HttpResponse<String> decide(String decision, String id, String value)
      throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("decision", decision);
    form.put("decision_id", id);
    form.put("actor", "Head of desk");
    form.put("value", value);
    String path = "/thresholds/" + PathSegment.of(DutyDesk.PROPOSAL) + "/decisions?lang=en";
    return send(requestTo(path, form).header("Sec-Fetch-Site", "same-origin"));
  }

  private static Map<String, String> form(String action, String id) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("action", action);
    form.put("action_id", id);
    form.put("actor", "Duty 1");
    return form;
  }

  private static HttpResponse<String> post(String alert, Map<String, String> form)
      throws Exception {
    return send(request(alert, form).header("Sec-Fetch-Site", "same-origin"));
  }

  private static HttpRequest.Builder request(String alert, Map<String, String> form) {
    return requestTo("/alert/" + alert.replace(" ", "%20") + "/actions?lang=en", form);
  }

  private static HttpRequest.Builder requestTo(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(address(path)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address(path))));
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + dashboard.port() + path;
  }
}

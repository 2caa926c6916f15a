package city.chengmai.dashboard.page.empowerment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.page.empowerment.ModelJournal.Answer;
import city.chengmai.dashboard.page.empowerment.ModelJournal.Deed;
import city.chengmai.dashboard.page.empowerment.ModelJournal.Outcome;
import city.chengmai.dashboard.query.ModelStepQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.empowerment.ModelDefinition;
import city.chengmai.datasets.empowerment.ModelStep;
import city.chengmai.datasets.empowerment.ModelStep.Kind;
import city.chengmai.datasets.empowerment.StoredModel.State;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models, their hits, and suggestions over a real store, in a real browser and by requests. */
class ModelPagesIT {

  private static final String HIT = "repeat-caller|hash|x|2026-02-02";
  private static final String OTHER = "repeat-caller|other|x|2026-02-02";
  private static final String MEASURE = "hand-over|repeat-caller|2026-02-09";

  private static final String STATEMENT =
      """
      SELECT toString(grid) AS grid, concat('grid ', toString(grid)) AS object, groupArray(case_id) AS evidence, 'cases in this grid' AS text
      FROM cases
      WHERE reported_at < {until:DateTime64(3, 'UTC')}
      GROUP BY grid, object
      ORDER BY object
      LIMIT 3\
      """;

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Dashboard dashboard;
  private static ClickHouseClient reader;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute(
          "INSERT INTO empowerment_hits (hit_id, model_id, model_version, department, finding,"
              + " area_id, subject, subject_kind, score, evidence, evidence_total, details,"
              + " first_day, last_day, version) SELECT id, 'repeat-caller', 1, 'hotline-12345', id,"
              + " (SELECT any(area_id) FROM areas WHERE level = 'grid'), 'abcdef0123456789',"
              + " 'caller', 0.8, ['C20260201-j01-001', 'HQ1'], 2, map('category',"
              + " 'community-life/dogs', 'orders', '5', 'days', '4', 'unsolved', '5'),"
              + " toDate('2026-02-02'), toDate('2026-02-09'), 1 FROM (SELECT arrayJoin(['%s', '%s']) AS id)"
                  .formatted(HIT, OTHER));
      writer.execute(
          "INSERT INTO empowerment_runs (run_id, model_id, model_version, day, state, findings,"
              + " question, version) VALUES ('r', 'repeat-caller', 1, '2026-02-09', 'done', 2,"
              + " 'SELECT <b>1</b>', 1)");
      writer.execute(
          "INSERT INTO suggested_measures (measure_id, kind, area_id, subject, score, evidence,"
              + " evidence_total, details, baseline, expected, expected_lower, expected_upper,"
              + " first_day, last_day, version) SELECT '%s', 'hand-over', (SELECT any(area_id) FROM areas WHERE level = 'grid'),"
                  .formatted(MEASURE)
              + " 'hotline-12345', 12, ['%s'], 2, map('model', 'repeat-caller', 'hits', '2',"
                  .formatted(HIT)
              + " 'department', 'hotline-12345'), 2, 1.2, 0.4, 2, toDate('2026-02-09'),"
              + " toDate('2026-02-09'), 1");
    }
    dashboard =
        Dashboard.start(
            new Settings(
                Map.of("dashboard.http-port", "0", "city.clock", "fixed:" + RealisticCity.NOW),
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
  void aHitIsHandedOverCheckedAndAdoptedAndTheLibraryCounts() {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/models?lang=en"));
      page.locator("tr[data-model='repeat-caller'] a").click();
      Locator hit = page.locator("li[data-hit='" + HIT + "']");
      assertThat(hit.locator(".standing")).hasText("To be checked");
      assertThat(hit.locator("a[href='/case/C20260201-j01-001']")).hasCount(1);
      assertThat(page.locator("pre.question")).hasText("SELECT <b>1</b>");
      act(hit, "hand-over", "Desk 1", "");
      assertThat(hit.locator(".standing")).hasText("Handed over");
      act(hit, "confirm", "Officer 7", "met the caller");
      act(hit, "adopt", "Department", "");
      assertThat(hit.locator(".standing")).hasText("Adopted");
      assertThat(hit.locator(".happenings")).containsText("met the caller");
      act(page.locator("li[data-hit='" + OTHER + "']"), "reject", "Officer 7", "a wrong number");
      assertThat(page.locator("#precision")).containsText("1 / 2");
      page.navigate(address("/models?lang=zh-CN"));
      assertThat(page.locator("tr[data-model='repeat-caller']")).containsText("50");
      assertThat(page.locator("tr[data-model='repeat-caller']")).containsText("1 / 1");
    }
  }

  /**
   * Six checks of this city's days, one of them before, one not timed, and a word of the
   * department.
   */
  @Test
  void aModelSavesTimeAgainstWhatItsDepartmentTells() throws Exception {
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      for (int hit = 1; hit <= 8; hit++) {
        String verdict = hit == 2 ? "reject" : "confirm";
        String day = hit == 8 ? "2025-10-01" : "2026-03-10";
        String minutes = hit == 7 ? "NULL" : "" + 10 * hit;
        writer.execute(
            "INSERT INTO empowerment_hits (hit_id, model_id, subject_kind, first_day, last_day)"
                + " VALUES ('timed-%d', 'clogged-rain', 'component', '2026-03-09', '2026-03-09')"
                    .formatted(hit));
        writer.execute(
            "INSERT INTO hit_actions (hit_id, action_id, action, minutes, acted_at, version)"
                + " VALUES ('timed-%d', 'check-%d', '%s', %s, '%s 08:00:00', 1)"
                    .formatted(hit, hit, verdict, minutes, day));
      }
    }
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/model/clogged-rain?lang=en"));
      assertThat(page.locator("#saved")).containsText("the department has not told");
      page.locator("#effort summary").click();
      page.locator("#effort [name=actor]").fill("Drains");
      page.locator("#effort [name=minutes]").fill("90");
      page.locator("#effort [name=ground]").fill("log of <May>");
      page.locator("#effort button").click();
      assertThat(page.locator("#saved")).containsText("+4.9 h");
      assertThat(page.locator("#saved")).containsText("6 × 90 min − 7 × 35.0 min (mean of 6");
      assertThat(page.locator("#effort .happenings li")).containsText("log of <May>");
      page.navigate(address("/models?lang=en"));
      assertThat(page.locator("tr[data-model='clogged-rain'] td").last()).containsText("+4.9 h");
      assertThat(page.locator("tr[data-model='new-shop'] td").last()).containsText("no data");
    }
    String path = "/model/clogged-rain/effort";
    Map<String, String> told =
        Map.of("action_id", "effort-01", "actor", "x", "minutes", "60", "ground", "g");
    assertThat(post(path, told)).isEqualTo(303);
    assertThat(post(path, told)).isEqualTo(303);
    for (String wrong : List.of("0", "-5", "1.5", "many", "100001", "")) {
      Map<String, String> form = new LinkedHashMap<>(told);
      form.put("minutes", wrong);
      form.put("action_id", "effort-02");
      assertThat(post(path, form)).as(wrong).isEqualTo(400);
    }
    Map<String, String> groundless = new LinkedHashMap<>(told);
    groundless.put("ground", " ");
    assertThat(post(path, groundless)).isEqualTo(400);
    assertThat(post("/model/no-such/effort", told)).isEqualTo(404);
    assertThat(reader.scalar("SELECT count() FROM model_efforts WHERE actor = 'x'")).isEqualTo("1");
  }

  private static void act(Locator hit, String step, String actor, String comment) {
    hit.locator("summary").first().click();
    hit.locator("[name=action]").selectOption(step);
    hit.locator("[name=actor]").fill(actor);
    hit.locator("[name=comment]").fill(comment);
    hit.locator("button").click();
  }

  @Test
  void aSuggestionIsRejectedForAReasonAndDecidedOnce() throws Exception {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(390, 844);
      page.navigate(address("/suggestions?lang=en"));
      Locator measure = page.locator("li.measure");
      assertThat(measure).hasCount(1);
      assertThat(measure).containsText("1.2 (0.4");
      measure.locator("summary", new Locator.LocatorOptions().setHasText("Reject")).click();
      Locator form = measure.locator("details[open] form");
      form.locator("[name=actor]").fill("Desk 1");
      form.locator("[name=reason]").selectOption("already-done");
      form.locator("button").click();
      assertThat(measure.locator(".standing")).hasText("Rejected");
      assertThat(page.locator("tr[data-kind='hand-over']")).containsText("1");
    }
    String path = "/suggestions/" + PathSegment.of(MEASURE) + "/decisions";
    assertThat(post(path, Map.of("decision", "accept", "decision_id", "decision-2", "actor", "x")))
        .isEqualTo(409);
  }

  @Test
  void theMorningsListNamesItsEvidenceAndWhatFindsChanged() {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/suggestions?lang=en"));
      page.locator("nav a[href='/before-complaint']").click();
      assertThat(page.locator("#candidates tbody tr")).hasCount(8);
      Locator first = page.locator("tr[data-candidate='1']");
      assertThat(first).containsText("82");
      first.locator("summary").click();
      assertThat(first.locator("a[href='/case/C20260208-s01-000']")).hasCount(1);
      assertThat(page.locator("#effect b").first()).containsText("212 finds 38 fewer");
      assertThat(page.locator("#record tbody tr")).hasCount(2);
      // Six lists each; those made after their day are no part of it.
      assertThat(page.locator("#record tbody b").first()).hasText("4");
      assertThat(page.locator("#record td[data-label='On lists']"))
          .hasText(new String[] {"6", "6"});
      page.locator("a[href='/before-complaint?verdict=open#matters']").click();
      assertThat(page.locator("tr[data-verdict='open']")).hasCount(18);
      assertThat(page.locator("tr[data-verdict='handled']")).hasCount(0);
      page.navigate(address("/before-complaint?lang=zh-CN&verdict=no-such"));
      assertThat(page.locator("h1")).hasText("未诉先办");
      assertThat(page.locator("tr[data-verdict='handled']")).not().hasCount(0);
    }
  }

  @Test
  void aFixOfAClassIsRecordedAndItsEffectShown() throws Exception {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/suggestions?lang=en"));
      page.locator("nav a[href='/classes']").click();
      assertThat(page.locator("li[data-class]")).hasCount(6);
      Locator first = page.locator("li[data-class]").first();
      assertThat(first).containsText("40 matters of this kind here");
      first.locator("summary").first().click();
      assertThat(first.locator("a[href='/case/case-1-0']")).hasCount(1);
      first.locator(".acts summary").click();
      first.locator("[name=actor]").fill("Desk 1");
      first.locator("[name=measure]").fill("new <fence> & sign");
      first.locator("button").click();
      assertThat(first.locator(".fix")).containsText("new <fence> & sign (Desk 1)");
      assertThat(page.locator("#effects ~ .columns svg")).not().hasCount(0);
      page.navigate(address("/classes?lang=zh-CN"));
      assertThat(page.locator("li[data-class='theme']").first()).containsText("晾衣架（倒塌 加固）");
    }
    String path = "/classes/" + PathSegment.of(firstClass()) + "/fixes";
    Map<String, String> form =
        Map.of("fix_id", "fix-00001", "measure", "x", "actor", "x", "started_on", "2999-01-01");
    assertThat(post(path, form)).isEqualTo(400);
    assertThat(post(path, Map.of("fix_id", "fix-00001", "measure", "", "actor", "x")))
        .isEqualTo(400);
    Map<String, String> right =
        Map.of("fix_id", "fix-00002", "measure", "x", "actor", "x", "started_on", "2026-01-31");
    assertThat(post("/classes/no-such/fixes", right)).isEqualTo(404);
    assertThat(post(path, right)).isEqualTo(303);
    assertThat(post(path, right)).isEqualTo(303);
    assertThat(reader.scalar("SELECT count() FROM class_fixes WHERE fix_id = 'fix-00002'"))
        .isEqualTo("1");
  }

  private static String firstClass() {
    return reader.scalar("SELECT max(class_id) FROM matter_classes");
  }

  @Test
  void anItemGoesOnTheAgendaAndItsOutcomeIsRecorded() throws Exception {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/suggestions?lang=en"));
      page.locator("nav a[href='/conferences']").click();
      assertThat(page.locator("li[data-item]")).hasCount(9);
      // 216 = 52 + 148 + 16
      for (String share : List.of("24.1", "68.5", "3.2", "4.2")) {
        assertThat(page.locator("#levels tbody")).containsText(share);
      }
      Locator item = page.locator("#departments li[data-item]").first();
      String id = item.getAttribute("data-item");
      item = page.locator("li[data-item='" + id + "']");
      assertThat(item).containsText("handed over 2 times");
      item.locator("summary", new Locator.LocatorOptions().setHasText("Put on the agenda")).click();
      item.locator("details[open] [name=actor]").fill("Desk 1");
      item.locator("details[open] [name=meeting_day]").fill("2026-02-12");
      item.locator("details[open] button").click();
      assertThat(item.locator(".standing")).containsText("On the agenda of");
      item.locator("summary", new Locator.LocatorOptions().setHasText("Record the outcome"))
          .click();
      item.locator("details[open] [name=actor]").fill("Desk 1");
      item.locator("details[open] [name=unit]").fill("Roads");
      item.locator("details[open] [name=comment]").fill("new <kerb>");
      item.locator("details[open] button").click();
      assertThat(item.locator(".standing")).hasText("Decided");
      assertThat(item.locator(".happening")).hasCount(2);
      assertThat(item.locator(".happening").first()).containsText("Roads · new <kerb> · Desk 1");
      String path = "/conferences/" + PathSegment.of(id) + "/actions";
      Map<String, String> bare = Map.of("action", "decide", "action_id", "act-00001", "actor", "x");
      assertThat(post(path, bare)).isEqualTo(400);
      assertThat(post(path, Map.of("action", "schedule", "action_id", "act-00002", "actor", "x")))
          .isEqualTo(400);
      Map<String, String> closed =
          Map.of("action", "drop", "action_id", "act-00003", "actor", "x", "comment", "x");
      assertThat(post("/conferences/case-0-0/actions", closed)).isEqualTo(404);
    }
  }

  @Test
  void formsWithoutWhatTheyNeedAndOfOtherSitesAreRefused() throws Exception {
    String path = "/model/repeat-caller/hits/" + PathSegment.of(HIT) + "/actions";
    assertThat(post(path, Map.of("action", "reject", "action_id", "action-01", "actor", "x")))
        .isEqualTo(400);
    assertThat(post(path, Map.of("action", "confirm", "action_id", "action-02", "actor", "")))
        .isEqualTo(400);
    String other = "/model/new-shop/hits/" + PathSegment.of(HIT) + "/actions";
    assertThat(post(other, Map.of("action", "confirm", "action_id", "action-03", "actor", "x")))
        .isEqualTo(404);
    Map<String, String> endless =
        Map.of("action", "confirm", "action_id", "action-05", "actor", "x", "minutes", "1441");
    assertThat(post(path, endless)).isEqualTo(400);
    String measure = "/suggestions/" + PathSegment.of(MEASURE) + "/decisions";
    assertThat(
            post(measure, Map.of("decision", "reject", "decision_id", "reject-01", "actor", "x")))
        .isEqualTo(400);
    HttpRequest elsewhere =
        request(path, Map.of("action", "confirm", "action_id", "action-04", "actor", "x"))
            .header("Origin", "https://elsewhere.example")
            .build();
    assertThat(status(elsewhere)).isEqualTo(403);
    assertThat(reader.scalar("SELECT count() FROM hit_actions WHERE action_id LIKE 'action-%'"))
        .isEqualTo("0");
  }

  @Test
  void anAnalystWritesAModelAndASecondPersonFindsItRight() throws Exception {
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/models?lang=en"));
      page.locator("a[href='/models/new']").click();
      page.locator("[name=statement]").fill(STATEMENT);
      page.locator("button[value=try]").click();
      assertThat(page.locator("#notice")).containsText("an id has 3 to 40");
      for (Map.Entry<String, String> field : written("open-cases").entrySet()) {
        if (List.of("department", "subject_kind", "schedule").contains(field.getKey())) {
          page.locator("#write [name=" + field.getKey() + "]").selectOption(field.getValue());
        } else {
          page.locator("#write [name=" + field.getKey() + "]").fill(field.getValue());
        }
      }
      page.locator("button[value=try]").click();
      assertThat(page.locator("#found")).containsText("It would raise 3 hits now");
      assertThat(page.locator("#trial li").first()).containsText("cases in this grid");
      assertThat(page.locator("#trial li").first().locator(".quiet span")).not().hasCount(0);
      assertThat(reader.scalar("SELECT count() FROM model_steps WHERE model_id = 'open-cases'"))
          .isEqualTo("0");
      page.locator("#write [name=actor]").fill("Analyst 1");
      page.locator("button[value=propose]").click();
      Locator version = page.locator("[data-version='1']");
      assertThat(version.locator(".state")).hasText("To be reviewed");
      assertThat(version).containsText("cases");
      step(version, "approve", " analyst 1 ", "");
      assertThat(page.locator("#notice")).containsText("A second person has to look at it");
      step(version, "approve", "Analyst 2", "looked at ten of them");
      assertThat(version.locator(".state")).hasText("Reviewed");
      step(version, "activate", "Analyst 1", "");
      assertThat(version.locator(".state")).hasText("Active");
      version.locator(".try button").click();
      assertThat(page.locator("#trial li")).hasCount(3);
      page.navigate(address("/models?lang=zh-CN"));
      assertThat(page.locator("tr[data-model='open-cases']")).containsText("自建 · 启用中");
      page.locator("tr[data-model='open-cases'] a").click();
      assertThat(page.locator("h1")).hasText("甲");
      page.navigate(address("/models/own/open-cases?lang=en"));
      assertThat(page.locator("#history li")).hasCount(3);
    }
    Map<String, String> next = proposal("open-cases", "step-next", 1);
    assertThat(post("/models/own/open-cases", next)).isEqualTo(409);
    next.put("based_on", "3");
    assertThat(post("/models/own/open-cases", next)).isEqualTo(303);
    assertThat(post("/models/own/open-cases", next)).isEqualTo(303);
    assertThat(post("/models/new", proposal("open-cases", "step-other", 0))).isEqualTo(409);
    assertThat(post("/models/new", proposal("new-shop", "step-other", 0))).isEqualTo(409);
    Map<String, String> retire =
        Map.of(
            "do", "retire", "step_id", "step-gone", "based_on", "4", "version", "1", "actor", "x");
    assertThat(post("/models/own/open-cases", retire)).isEqualTo(400);
    Map<String, String> why = new LinkedHashMap<>(retire);
    why.put("comment", "nobody needs it");
    assertThat(post("/models/own/no-such-model", why)).isEqualTo(404);
    assertThat(post("/models/own/open-cases", why)).isEqualTo(303);
    assertThat(
            reader.scalar(
                "SELECT toString(groupArray(step)) FROM (SELECT * FROM model_steps"
                    + " WHERE model_id = 'open-cases' ORDER BY edition)"))
        .isEqualTo("['propose','approve','activate','propose','retire']");
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(390, 844);
      page.navigate(address("/model/open-cases?lang=en"));
      assertThat(page.locator(".state").first()).hasText("By an analyst · Retired");
    }
  }

  @Test
  void whatAModelMayNotAskIsSaidToItsAuthor() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("INSERT INTO model_steps (model_id) VALUES ('x')", "a model is one SELECT");
    wrong.put("SELECT 1; SELECT 2", "line 1");
    wrong.put(
        "SELECT '' AS grid, 'x' AS object, toString(count()) AS evidence, 'x' AS text FROM accounts"
            + " WHERE {until:DateTime64(3, 'UTC')} > toDateTime64(0, 3)",
        "lacks the right");
    wrong.put(STATEMENT.replace("FROM cases", "FROM numbers(3)"), "table function numbers");
    wrong.put(STATEMENT.replace("FROM cases", "FROM url('http://127.0.0.1:1/', 'CSV')"), "url");
    wrong.put(
        STATEMENT.replace("FROM cases", "FROM (SELECT * FROM merge('.*')) AS m"),
        "table function merge");
    wrong.put(
        STATEMENT.replace("'cases in", "file('x') || 'cases in"),
        "file reaches outside the database");
    wrong.put(STATEMENT + " SETTINGS max_execution_time = 300", "max_execution_time");
    wrong.put(STATEMENT.replace("{until:DateTime64(3, 'UTC')}", "now()"), "as of");
    wrong.put(STATEMENT.replace("GROUP BY", "AND reported_at < now() GROUP BY"), "calls now");
    wrong.put(STATEMENT.replace("object", "subject"), "columns of a hit: object");
    wrong.put(STATEMENT.replace(" AS object", " AS object, 1 AS more"), "no hit has: more");
    wrong.put(STATEMENT.replace("groupArray(case_id)", "[]"), "no evidence");
    wrong.put(STATEMENT.replace("'cases in this grid'", "''"), "no text");
    wrong.put(STATEMENT.replace("AS grid", "|| 'x' AS grid"), "not of this city");
    wrong.put(
        STATEMENT.replace("GROUP BY grid, object", "GROUP BY grid, object, case_id"), "twice");
    wrong.put(STATEMENT.replace("LIMIT 3", "LIMIT 30"), "more than the 10 hits");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      Map<String, String> form = proposal("wrong-one", "step-wrong", 0);
      form.put("statement", one.getKey());
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  request("/models/new?lang=en", form)
                      .header("Sec-Fetch-Site", "same-origin")
                      .header("Accept-Language", "en")
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(one.getKey()).isEqualTo(400);
      assertThat(answer.body()).as(one.getKey()).contains(one.getValue());
    }
    assertThat(reader.scalar("SELECT count() FROM model_steps WHERE model_id = 'wrong-one'"))
        .isEqualTo("0");
  }

  /** Two writers of one number: the earlier holds, whoever it was. */
  @Test
  void ofTwoWhoActAtOnceOneIsToldSo() {
    ModelStepQueries queries = new ModelStepQueries(new Store(reader));
    try (ClickHouseClient writing = new ClickHouseClient(engine.writer())) {
      ModelJournal journal =
          new ModelJournal(queries, new TableWriter(writing), InstantSource.system());
      ModelDefinition definition = ModelForm.of(proposal("raced", "x", 0)).definition();
      Instant now = Instant.parse("2026-02-10T00:00:00Z");
      assertThat(
              journal
                  .propose(
                      "raced", new Deed("race-0001", 0, "li", "Li", ""), definition, List.of(), now)
                  .outcome())
          .isEqualTo(Outcome.TAKEN);
      Deed renamed = new Deed("race-0002", 1, "li", "Wang", "");
      assertThat(journal.act("raced", renamed, Kind.APPROVE, 1, now).outcome())
          .isEqualTo(Outcome.SAME_PERSON);
      Deed early = new Deed("race-0003", 1, "wang", "Wang", "");
      assertThat(journal.act("raced", early, Kind.ACTIVATE, 1, now).outcome())
          .isEqualTo(Outcome.REFUSED);
      assertThat(journal.act("raced", early, Kind.APPROVE, 1, now).outcome())
          .isEqualTo(Outcome.TAKEN);
      Answer late =
          journal.act("raced", new Deed("race-0004", 1, "zhou", "Zhou", ""), Kind.REJECT, 1, now);
      assertThat(late).isEqualTo(new Answer(Outcome.OVERTAKEN, "Wang"));
      // Another process had written the very number a moment before.
      writing.execute(
          "INSERT INTO model_steps (model_id, edition, step_id, step, model_version, actor,"
              + " version) VALUES ('raced', 3, 'race-0000', 'reject', 1, 'Zhao', 1)");
      ModelJournal behind =
          new ModelJournal(
              new ModelStepQueries(new Store(reader)) {
                private boolean asked;

                @Override
                public List<ModelStep> steps(String model) {
                  List<ModelStep> steps = super.steps(model);
                  boolean first = !asked;
                  asked = true;
                  return first ? steps.stream().filter(step -> step.edition() < 3).toList() : steps;
                }
              },
              new TableWriter(writing),
              InstantSource.system());
      assertThat(
              behind.act("raced", new Deed("race-0005", 2, "wu", "Wu", ""), Kind.ACTIVATE, 1, now))
          .isEqualTo(new Answer(Outcome.OVERTAKEN, "Zhao"));
      assertThat(queries.models().stream().filter(one -> one.id().equals("raced")).toList())
          .singleElement()
          .satisfies(one -> assertThat(one.latest().state()).isEqualTo(State.REJECTED));
    }
  }

  private static void step(Locator version, String kind, String actor, String comment) {
    Locator acting = version.locator("[data-step='" + kind + "']");
    acting.locator("summary").click();
    acting.locator("[name=actor]").fill(actor);
    acting.locator("[name=comment]").fill(comment);
    acting.locator("button").click();
  }

  private static Map<String, String> written(String id) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("model_id", id);
    fields.put("name_zh", "甲");
    fields.put("name_en", "Many cases");
    fields.put("question_zh", "甲");
    fields.put("question_en", "Which grids have them");
    fields.put("check_zh", "甲");
    fields.put("check_en", "Whether they are true");
    fields.put("department", "urban-management");
    fields.put("subject_kind", "place");
    fields.put("schedule", "DAILY");
    fields.put("quiet_days", "3");
    fields.put("seconds", "20");
    fields.put("most_hits", "10");
    fields.put("statement", STATEMENT);
    return fields;
  }

  private static Map<String, String> proposal(String id, String step, int basedOn) {
    Map<String, String> fields = written(id);
    fields.put("do", "propose");
    fields.put("step_id", step + "-0001");
    fields.put("based_on", String.valueOf(basedOn));
    fields.put("actor", "Analyst 3");
    return fields;
  }

  private static int post(String path, Map<String, String> form) throws Exception {
    return status(request(path, form).header("Sec-Fetch-Site", "same-origin").build());
  }

  private static HttpRequest.Builder request(String path, Map<String, String> form) {
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

  private static int status(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + dashboard.port() + path;
  }
}

package city.chengmai.dashboard.page.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.query.RecordQueries;
import city.chengmai.dashboard.query.RecordQueries.StepRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.dashboard.record.RecordJournal;
import city.chengmai.dashboard.record.RecordJournal.Answer;
import city.chengmai.dashboard.record.RecordJournal.Outcome;
import city.chengmai.dashboard.record.RecordJournal.Step;
import city.chengmai.dashboard.record.RecordJournal.Subject;
import city.chengmai.dashboard.record.RecordJournal.Wanted;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base records put right over a real store, in a real browser and by requests; a building a test.
 */
class RecordPagesIT {

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Dashboard dashboard;
  private static ClickHouseClient reader;
  private static ClickHouseClient writer;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    dashboard =
        Dashboard.start(
            new Settings(
                Map.of("dashboard.http-port", "0", "city.clock", "fixed:" + RealisticCity.NOW),
                engine.environment()));
    reader = new ClickHouseClient(engine.reader());
    writer = new ClickHouseClient(engine.writer());
  }

  @AfterAll
  static void stop() {
    writer.close();
    reader.close();
    dashboard.close();
    engine.close();
  }

  @Test
  void withinItsBoundOnePersonAppliesAndRevertsAndTheFileFollows() throws Exception {
    long told = letArea("building-003");
    String wanted = String.valueOf(told + told / 10);
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.page(1280, 900);
      page.navigate(address("/records?lang=en"));
      Locator open = page.locator("tr[data-discrepancy='D3']");
      assertThat(open).hasAttribute("data-state", "open");
      open.locator("a").click();
      Locator field = page.locator("tr[data-field='letArea']");
      field.locator("summary").click();
      field.locator("[name=actor]").fill("Desk 1");
      field.locator("[name=after]").fill(wanted);
      field.locator("button").click();
      Locator correction = page.locator("#corrections li").first();
      assertThat(correction).hasAttribute("data-state", "propose");
      act(correction, "apply", "Desk 1", "");
      assertThat(correction).hasAttribute("data-state", "apply");
      assertThat(field.locator(".value")).hasText(grouped(told + told / 10) + " m²");
      assertThat(get("/files/buildings/building-003?lang=en").body())
          .contains(grouped(told + told / 10));
      act(correction, "revert", "Desk 1", "measured again");
      assertThat(correction).hasAttribute("data-state", "revert");
      assertThat(field.locator(".value")).hasText(grouped(told) + " m²");
      assertThat(page.locator("#history")).containsText("measured again");
      assertThat(page.locator("#history li[data-kind='told']").first()).isVisible();
      assertThat(page.locator("#history li[data-kind='calibration']").first()).isVisible();
      assertThat(page.locator("#history li[data-kind='discrepancy']").first()).isVisible();
    }
    assertThat(steps("building-003")).containsExactly("propose", "apply", "revert");
  }

  private static void act(Locator correction, String step, String actor, String comment) {
    Locator form = correction.locator("details[data-step='" + step + "']");
    form.locator("summary").click();
    form.locator("[name=actor]").fill(actor);
    form.locator("[name=comment]").fill(comment);
    form.locator("button").click();
  }

  @Test
  void beyondItsBoundNothingIsAppliedWithoutASecondPersonAndEachStepIsInTheLog() throws Exception {
    String record = "building-004";
    long told = letArea(record);
    assertThat(propose(record, 0, "Desk 1", told, 2 * told, "beyond-01").statusCode())
        .isEqualTo(303);
    assertThat(step(record, 1, "Desk 2", "apply", "beyond-01").statusCode()).isEqualTo(409);
    HttpResponse<String> own = step(record, 1, " desk 1 ", "approve", "beyond-01");
    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.body()).contains("须第二人");
    assertThat(step(record, 1, "Another name (Desk 1)", "approve", "beyond-01").statusCode())
        .as("the account behind a shown name")
        .isEqualTo(409);
    assertThat(value(record)).isEqualTo(told);
    assertThat(get("/records").body()).contains("/record/building/building-004#corrections");
    assertThat(step(record, 1, "Desk 2", "approve", "beyond-01").statusCode()).isEqualTo(303);
    assertThat(value(record)).isEqualTo(told);
    assertThat(step(record, 2, "Desk 1", "apply", "beyond-01").statusCode()).isEqualTo(303);
    assertThat(value(record)).isEqualTo(2 * told);
    assertThat(step(record, 3, "Desk 3", "revert", "beyond-01").statusCode()).isEqualTo(303);
    assertThat(value(record)).isEqualTo(told);
    assertThat(steps(record)).containsExactly("propose", "approve", "apply", "revert");
    assertThat(get("/records").body()).contains("Desk 3").contains("reason for revert");
    assertThat(get("/records").body()).doesNotContain("/record/building/building-004#corrections");
  }

  @Test
  void smallStepsOfOnePersonDoNotAddUpBeyondTheBound() throws Exception {
    String record = "building-016";
    long told = letArea(record);
    long once = told + told * 15 / 100;
    propose(record, 0, "Desk 1", told, once, "small-001");
    assertThat(step(record, 1, "Desk 1", "apply", "small-001").statusCode()).isEqualTo(303);
    propose(record, 2, "Desk 1", once, once + told * 15 / 100, "small-002");
    assertThat(step(record, 3, "Desk 1", "apply", "small-002").statusCode()).isEqualTo(409);
    assertThat(value(record)).isEqualTo(once);
  }

  @Test
  void twoPeopleWhoEditOneRecordAtOnceLoseNothing() throws Exception {
    String record = "building-007";
    long told = letArea(record);
    assertThat(propose(record, 0, "Desk 1", told, told + 11, "both-0001").statusCode())
        .isEqualTo(303);
    HttpResponse<String> late = propose(record, 0, "Desk 2", told, told + 22, "both-0002");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Desk 1 已处理过它")
        .contains("value=\"" + (told + 22) + "\"")
        .contains("name=\"based_on\" value=\"1\"");
    assertThat(propose(record, 0, "Desk 1", told, told + 11, "both-0001").statusCode())
        .as("the same form sent twice")
        .isEqualTo(303);
    assertThat(propose(record, 1, "Desk 2", told, told + 22, "both-0003").statusCode())
        .isEqualTo(303);
    assertThat(steps(record)).containsExactly("propose", "propose");
    assertThat(step(record, 2, "Desk 2", "apply", "both-0003").statusCode()).isEqualTo(303);
    HttpResponse<String> overlaid = step(record, 3, "Desk 1", "apply", "both-0001");
    assertThat(overlaid.statusCode()).as("proposed for another value").isEqualTo(409);
    assertThat(value(record)).isEqualTo(told + 22);
  }

  @Test
  void aCorrectionSettlesNoDisagreementAboutAnotherField() throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("step", "propose");
    form.put("step_id", "another-field");
    form.put("based_on", "0");
    form.put("field", "floors");
    form.put("before", "18");
    form.put("after", "19");
    form.put("discrepancy_id", "D15");
    form.put("actor", "Desk 1");
    assertThat(post("building-015", form).statusCode()).isEqualTo(409);
    assertThat(steps("building-015")).isEmpty();
  }

  @Test
  void ofTwoProcessesTheEarlierHoldsAndTheOtherStaysReadable() {
    RecordQueries queries = new RecordQueries(new Store(reader));
    TableWriter rows = new TableWriter(writer);
    Subject subject = new Subject("enterprise", "enterprise-001");
    Wanted wanted = new Wanted("employees", "10", "11", 0.2, "");
    Instant now = RealisticCity.NOW;
    RecordJournal other =
        new RecordJournal(queries, rows, InstantSource.fixed(Instant.ofEpochSecond(1)));
    RecordJournal journal =
        new RecordJournal(
            queries,
            rows,
            () -> {
              other.propose(subject, new Step("process-b", 0, "B", ""), wanted, "10", now);
              return Instant.ofEpochSecond(2);
            });
    Answer answer = journal.propose(subject, new Step("process-a", 0, "A", ""), wanted, "10", now);
    assertThat(answer).isEqualTo(new Answer(Outcome.OVERTAKEN, "B"));
    assertThat(queries.steps("enterprise", "enterprise-001"))
        .extracting(StepRow::stepId, StepRow::edition, StepRow::holds)
        .containsExactlyInAnyOrder(tuple("process-a", 1, 0), tuple("process-b", 1, 1));
  }

  @Test
  void aCorrectionHoldsUntilASourceTellsAnotherValue() throws Exception {
    String record = "building-010";
    long told = letArea(record);
    propose(record, 0, "Desk 1", told, told + 5, "until-001");
    assertThat(step(record, 1, "Desk 1", "apply", "until-001").statusCode()).isEqualTo(303);
    tell(record, told, 19);
    assertThat(value(record)).as("told of something else only").isEqualTo(told + 5);
    tell(record, told + 40, 19);
    assertThat(value(record)).isEqualTo(told + 40);
    assertThat(propose(record, 2, "Desk 1", told, told + 6, "until-002").statusCode())
        .as("what was before the eyes is gone")
        .isEqualTo(409);
  }

  private static void tell(String record, long letArea, int floors) {
    writer.execute(
        "INSERT INTO buildings SELECT * REPLACE (%d AS let_area, %d AS floors,"
                .formatted(letArea, floors)
            + " updated_at + toIntervalMinute(1) AS updated_at, version + 1 AS version)"
            + " FROM buildings FINAL WHERE building_id = '%s'".formatted(record));
  }

  @Test
  void aDisagreementIsExplainedOrCorrectedOnce() throws Exception {
    Map<String, String> explain = new LinkedHashMap<>();
    explain.put("step", "explain");
    explain.put("step_id", "explain-01");
    explain.put("based_on", "0");
    explain.put("discrepancy_id", "D9");
    explain.put("actor", "Desk 1");
    assertThat(post("building-009", explain).statusCode()).as("without a reason").isEqualTo(400);
    explain.put("comment", "counted a floor twice");
    assertThat(post("building-010", explain).statusCode()).as("of another").isEqualTo(409);
    assertThat(post("building-009", explain).statusCode()).isEqualTo(303);
    assertThat(post("building-009", explain).statusCode()).as("sent twice").isEqualTo(303);
    explain.put("step_id", "explain-02");
    explain.put("based_on", "1");
    assertThat(post("building-009", explain).statusCode()).as("settled").isEqualTo(409);
    assertThat(get("/records").body()).doesNotContain("data-discrepancy=\"D9\"");
    assertThat(get("/record/building/building-009").body())
        .contains("data-discrepancy=\"D9\" data-state=\"explained\"")
        .contains("counted a floor twice");
    assertThat(steps("building-009")).containsExactly("explain");
  }

  @Test
  void whatDoesNotFitIsRefusedAndWritesNothing() throws Exception {
    assertThat(get("/record/grid/xq-s01").statusCode()).isEqualTo(404);
    assertThat(get("/record/building/no-such").statusCode()).isEqualTo(404);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("step", "propose");
    form.put("step_id", "refused-01");
    form.put("based_on", "0");
    form.put("actor", "Desk 1");
    form.put("field", "letArea");
    form.put("before", String.valueOf(letArea("building-013")));
    form.put("after", "1,200 m2");
    assertThat(post("building-013", form).statusCode()).isEqualTo(400);
    assertThat(post("building-013", form).body()).contains("value=\"1,200 m2\"");
    form.put("after", form.get("before"));
    assertThat(post("building-013", form).statusCode()).isEqualTo(400);
    form.put("after", "1200");
    form.put("field", "grid");
    assertThat(post("building-013", form).statusCode()).isEqualTo(400);
    form.put("field", "letArea");
    form.put("based_on", "x");
    assertThat(post("building-013", form).statusCode()).isEqualTo(400);
    form.put("based_on", "0");
    HttpRequest elsewhere =
        request("/record/building/building-013/steps", form)
            .header("Origin", "https://elsewhere.example")
            .build();
    assertThat(send(elsewhere).statusCode()).isEqualTo(403);
    assertThat(step("building-013", 0, "Desk 1", "apply", "no-such").statusCode()).isEqualTo(404);
    assertThat(steps("building-013")).isEmpty();
  }

  private static HttpResponse<String> propose(
      String record, int basedOn, String actor, long before, long after, String id)
      throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("step", "propose");
    form.put("step_id", id);
    form.put("based_on", String.valueOf(basedOn));
    form.put("field", "letArea");
    form.put("before", String.valueOf(before));
    form.put("after", String.valueOf(after));
    form.put("actor", actor);
    return post(record, form);
  }

  private static HttpResponse<String> step(
      String record, int basedOn, String actor, String step, String correction) throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("step", step);
    form.put(
        "step_id", correction + "-" + step + "-" + actor.strip().replaceAll("[^0-9A-Za-z]+", "-"));
    form.put("based_on", String.valueOf(basedOn));
    form.put("correction_id", correction);
    form.put("comment", "reason for " + step);
    form.put("actor", actor);
    return post(record, form);
  }

  private static List<String> steps(String record) {
    return new RecordQueries(new Store(reader))
        .steps("building", record).stream()
            .sorted((one, two) -> Integer.compare(one.edition(), two.edition()))
            .map(StepRow::step)
            .toList();
  }

  private static long letArea(String record) {
    return Math.round(
        Double.parseDouble(
            reader.scalar("SELECT let_area FROM buildings WHERE building_id = '" + record + "'")));
  }

  /** The let area as the page of the record has it. */
  private static long value(String record) throws Exception {
    String page = get("/record/building/" + record).body();
    String row = page.substring(page.indexOf("data-field=\"letArea\""));
    String before = row.substring(row.indexOf("name=\"before\" value=\"") + 21);
    return Math.round(Double.parseDouble(before.substring(0, before.indexOf('"'))));
  }

  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u00a0');
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address(path))).build());
  }

  private static HttpResponse<String> post(String record, Map<String, String> form)
      throws Exception {
    return send(
        request("/record/building/" + record + "/steps", form)
            .header("Sec-Fetch-Site", "same-origin")
            .build());
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

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + dashboard.port() + path;
  }
}

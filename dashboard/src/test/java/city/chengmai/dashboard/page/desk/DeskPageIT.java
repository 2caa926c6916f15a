package city.chengmai.dashboard.page.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.chengmai.dashboard.board.BoardJournal;
import city.chengmai.dashboard.board.Boards;
import city.chengmai.dashboard.fixture.Accessibility;
import city.chengmai.dashboard.fixture.Described;
import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.http.DashboardServer;
import city.chengmai.dashboard.http.NavigationEntry;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.ServerAddress;
import city.chengmai.dashboard.http.StaticAssets;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.library.QueryEndpoints;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.SavedQuery;
import city.chengmai.dashboard.library.ScheduleJournal;
import city.chengmai.dashboard.page.library.KeepRoutes;
import city.chengmai.dashboard.page.library.LibraryRoutes;
import city.chengmai.dashboard.query.BoardQueries;
import city.chengmai.dashboard.query.EndpointQueries;
import city.chengmai.dashboard.query.LibraryQueries;
import city.chengmai.dashboard.query.ScheduleQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskPageIT {

  private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(60_000);

  @TempDir static Path directory;
  private static EmbeddedClickHouse engine;
  private static Vertx vertx;
  private static Workers workers;
  private static DeskRoutes desk;
  private static EndpointRoutes outlets;
  private static volatile boolean makersWork = true;
  private static QueryJournal journal;
  private static ClickHouseClient writer;
  private static DashboardServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(directory);
    vertx = Vertx.vertx();
    workers = new Workers(vertx, 4);
    Pages pages =
        new Pages(
            workers,
            InstantSource.system(),
            () -> new CityFacts("澄江", "Chengjiang", ZoneId.of("Asia/Shanghai"), Optional.empty()),
            List.of(new NavigationEntry("navigation.desk", "/desk")));
    Settings settings = new Settings(Map.of(), engine.environment());
    desk = DeskRoutes.of(settings, workers, pages);
    writer = new ClickHouseClient(engine.writer());
    InstantSource clock = InstantSource.system();
    TableWriter rows = new TableWriter(writer);
    journal = new QueryJournal(new LibraryQueries(new Store(writer)), rows, clock);
    QueryEndpoints endpoints =
        new QueryEndpoints(new EndpointQueries(new Store(writer)), rows, clock, name -> makersWork);
    ScheduleJournal schedules =
        new ScheduleJournal(new ScheduleQueries(new Store(writer)), rows, clock);
    outlets = new EndpointRoutes(settings, workers, pages, journal, endpoints);
    Boards boards = new Boards(new BoardJournal(new BoardQueries(new Store(writer)), rows, clock));
    server =
        DashboardServer.start(
            vertx,
            new ServerAddress("127.0.0.1", 0),
            pages,
            List.of(
                new StaticAssets(workers),
                desk,
                new KeepRoutes(workers, pages, journal),
                new LibraryRoutes(workers, pages, journal, endpoints, schedules, boards),
                outlets));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String chromium = System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium");
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    server.close();
    outlets.close();
    desk.close();
    writer.close();
    workers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    engine.close();
  }

  @Test
  void aStatementRunsAndMakesATableAndAChart() throws Exception {
    try (Page page = open("en")) {
      type(page, "SELECT toDate('2026-01-01') + number AS day, number * 2 AS n FROM numbers(30)");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#desk-status")).containsText("Finished", PATIENT);
      assertThat(page.locator("#desk-status")).containsText("Rows 30");
      assertThat(page.locator("#desk-table tbody tr")).hasCount(30);
      assertThat(page.locator("#desk-table th").first()).hasAttribute("title", "Date");
      assertThat(page.locator("#desk-chart svg")).isVisible();
      Download picture = page.waitForDownload(() -> page.locator("#desk-picture a").click());
      BufferedImage image = ImageIO.read(picture.path().toFile());
      Assertions.assertThat(picture.suggestedFilename()).endsWith(".png");
      Assertions.assertThat(image.getWidth()).isEqualTo(960);
      Assertions.assertThat(inks(image)).as("colours of an empty picture").isGreaterThan(20);
    }
  }

  private static long inks(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void aRefusalNamesItsLimitOrRightInBothLanguages() {
    try (Page page = open("en")) {
      type(page, "DROP TABLE cases");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-refusal")).containsText("may only read", PATIENT);
    }
    try (Page page = open("zh-CN")) {
      Assertions.assertThat(page.title()).contains("查询工作台");
      type(page, "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-refusal .desk-sentence")).containsText("URL", PATIENT);
      assertThat(page.locator("#desk-refusal")).containsText("已拒绝");
      type(page, "SELECT file('/etc/passwd')");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-refusal .desk-sentence")).containsText("file()", PATIENT);
    }
  }

  @Test
  void aResultIsSortedAndFilteredToItsLastRow() {
    try (Page page = open("en")) {
      page.locator("#desk-rows").selectOption("10000");
      type(
          page,
          "SELECT toUInt64(18446744073709551000) + number AS large, if(number = 7, NULL,"
              + " concat('word ', toString(number))) AS word FROM numbers(600)");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-status")).containsText("Rows 600", PATIENT);
      Locator first = page.locator("#desk-table tbody tr").first();
      Locator large = page.getByRole(AriaRole.BUTTON, named("large"));
      large.click();
      large.click();
      assertThat(page.locator("#desk-table th").first()).hasAttribute("aria-sort", "descending");
      assertThat(first).containsText("18446744073709551599");
      page.getByRole(AriaRole.BUTTON, named("word")).click();
      assertThat(first).containsText("word 0");
      Locator rows = page.locator("#desk-table tbody tr");
      for (int look = 0; look < 3; look++) {
        page.locator("#desk-table").evaluate("grid => grid.scrollTo(0, grid.scrollHeight)");
        page.waitForTimeout(100);
      }
      assertThat(rows).hasCount(600);
      assertThat(rows.last()).containsText("NULL");
      page.locator("#desk-filter").fill("WORD 59");
      assertThat(page.locator("#desk-filtered")).hasText("11 of 600 rows");
      assertThat(rows).hasCount(11);
    }
  }

  @Test
  void tooManyRowsShowABadge() {
    try (Page page = open("en")) {
      page.locator("#desk-rows").selectOption("100");
      type(page, "SELECT number FROM numbers(100000)");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-status")).containsText("Cut at 100 rows", PATIENT);
      assertThat(page.locator("#desk-table tbody tr")).hasCount(100);
    }
  }

  @Test
  void aStoppedStatementIsGoneFromTheServer() {
    try (Page page = open("en");
        ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      type(
          page,
          "SELECT count() FROM numbers(10000000) AS a, numbers(100000) AS b"
              + " WHERE NOT ignore(sipHash64(a.number, b.number))");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-status")).containsText("Running", PATIENT);
      page.locator("#desk-stop").click();
      assertThat(page.locator("#desk-refusal")).containsText("Stopped", PATIENT);
      Assertions.assertThat(
              admin.scalar("SELECT count() FROM system.processes WHERE user = 'chengmai_analyst'"))
          .isEqualTo("0");
    }
  }

  @Test
  void statementsStandInTabsThatOutliveAReload() {
    try (Page page = open("en")) {
      type(page, "-- first\nSELECT 1");
      page.locator("#desk-tab-add").click();
      type(page, "SELECT 2 AS two");
      assertThat(page.locator("#desk-tabs [role=tab]")).hasCount(2);
      assertThat(page.locator("#desk-tabs [role=tab]").first()).hasText("first");
      page.reload();
      assertThat(page.locator("#desk-tabs [aria-selected=true]")).hasText("Query 2");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-table th").first()).containsText("two");
      page.locator("#desk-tab-close").click();
      assertThat(page.locator("#desk-tabs [role=tab]")).hasCount(1);
      assertThat(page.locator("#desk-editor .cm-content")).containsText("SELECT 1");
    }
  }

  @Test
  void whatIsSelectedRunsAloneAndAMistakeInItIsFoundInTheWholeText() {
    try (Page page = open("en")) {
      type(page, "SELECT 1 AS one\n;\nSELECT 7 AS seven, wrong");
      page.keyboard().press("Shift+Home");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#desk-refusal")).containsText("does not exist", PATIENT);
      type(page, "SELECT 1 AS one\n;\nSELECT 7 AS seven");
      page.keyboard().press("Shift+Home");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#desk-table th").first()).containsText("seven");
      type(page, "SELECT 1\n;\nSELECT 7 7 FROM numbers(3)");
      page.keyboard().press("Shift+Home");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#desk-refusal")).containsText("mistake", PATIENT);
      page.locator("#desk-place").click();
      assertThat(page.locator("#desk-editor .cm-activeLine")).containsText("SELECT 7");
    }
  }

  @Test
  void aPlaceholderHasAFieldAndTheExplanationNamesTheTable() {
    try (Page page = open("zh-CN")) {
      type(page, "SELECT count() AS n FROM cases WHERE category = {category:String}");
      page.locator("#desk-parameters input[name=category]").fill("x'y");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-status")).containsText("完成", PATIENT);
      page.locator("#desk-explain").click();
      assertThat(page.locator("#desk-table")).containsText("Aggregating", PATIENT);
      assertThat(page.locator("#desk-table")).containsText("x\\'y");
    }
  }

  @Test
  void aStatementIsKeptAndItsNextEditionOverwritesNothing() {
    try (Page page = open("en")) {
      type(page, "SELECT {n:UInt8} * 2 AS twice");
      page.locator("#desk-parameters input[name=n]").fill("21");
      keep(page, "Twice", "edition");
      assertThat(page.locator("#desk-kept")).containsText("“Twice”, edition 1");
      assertThat(page.locator("#desk-tabs [aria-selected=true]")).hasText("Twice");
      type(page, "SELECT {n:UInt8} * 3 AS thrice");
      keep(page, "Thrice", "edition");
      page.locator("#desk-kept a").click();
      assertThat(page.locator("h1")).hasText("Thrice");
      assertThat(page.locator(".library-edition")).hasCount(2);
      assertThat(page.locator(".library-parameters")).containsText("21");
      page.locator("textarea[name=remark]").fill("Why three? <b>");
      page.getByRole(AriaRole.BUTTON, named("Add the remark")).click();
      assertThat(page.locator(".library-remark")).containsText("Why three? <b>");
    }
    try (Page elsewhere = browser.newContext().newPage()) {
      elsewhere.navigate("http://127.0.0.1:" + server.port() + "/queries?lang=zh-CN");
      elsewhere.getByLabel("在工作台打开: Thrice").click();
      assertThat(elsewhere.locator("#desk-editor .cm-content")).containsText("thrice");
      elsewhere.locator("#desk-run").click();
      assertThat(elsewhere.locator("#desk-table tbody")).containsText("63", PATIENT);
    }
  }

  @Test
  void whoKeepsWhatSomebodyElseWroteSinceIsTold() {
    try (Page page = open("en")) {
      type(page, "SELECT 1");
      keep(page, "Contended", "edition");
      assertThat(page.locator("#desk-kept")).containsText("edition 1");
      SavedQuery first = listed("Contended");
      journal.edit(first.id(), new QueryJournal.Step("another", 1, "", "another"), first.text());
      type(page, "SELECT 1 AS mine");
      keep(page, "Contended", "edition");
      assertThat(page.locator("#desk-keep [role=alert]")).containsText("somebody wrote another");
      page.locator("#desk-keep button[value=new]").click();
      assertThat(page.locator("#desk-kept")).containsText("edition 1");
      Assertions.assertThat(journal.editions(first.id(), "")).hasSize(2);
    }
  }

  @Test
  void toOpenWhatSomebodyElseWroteLosesNothingThatWasTyped() {
    try (Page page = open("en")) {
      type(page, "SELECT 1");
      keep(page, "Reopened", "edition");
      assertThat(page.locator("#desk-kept")).containsText("edition 1");
      SavedQuery first = listed("Reopened");
      SavedQuery.Text theirs =
          new SavedQuery.Text("Reopened", "", "", "SELECT 1 AS theirs", Map.of(), true);
      journal.edit(first.id(), new QueryJournal.Step("theirs", 1, "", "another"), theirs);
      type(page, "SELECT 1 AS mine");
      page.navigate("http://127.0.0.1:" + server.port() + "/desk?query=" + first.id());
      assertThat(page.locator("#desk-editor .cm-content")).containsText("theirs");
      page.locator("#desk-tabs [role=tab]").first().click();
      assertThat(page.locator("#desk-editor .cm-content")).containsText("mine");
    }
  }

  @Test
  void anotherSystemAsksWithATokenUntilItIsRevoked() throws Exception {
    SavedQuery.Text text =
        new SavedQuery.Text(
            "Outlet",
            "",
            "",
            "SELECT {word:String} AS word, toUInt64(18446744073709551615) AS large,"
                + " throwIf({word:String} = 'bad') AS fine",
            Map.of("word", "offered"),
            true);
    SavedQuery kept =
        journal.add(new QueryJournal.Step("outlet", 0, "", ""), text).latest().orElseThrow();
    try (Page page = browser.newPage()) {
      page.navigate("http://127.0.0.1:" + server.port() + "/query/" + kept.id() + "?lang=en");
      page.locator("input[name=name]").fill("reporting system");
      page.getByRole(AriaRole.BUTTON, named("Make an endpoint of edition 1")).click();
      String address = page.locator("#endpoint-address").textContent();
      String token = page.locator("#endpoint-token").textContent();
      String operation = "GET /api/queries/:endpoint";
      Described.check(operation, answer(address, token));
      Assertions.assertThat(answer(address, token).body())
          .contains("\"offered\"")
          .contains("\"18446744073709551615\"")
          .contains("\"edition\":1");
      String hostile = URLEncoder.encode("x' OR 1=1 --", StandardCharsets.UTF_8);
      Assertions.assertThat(answer(address + "?word=" + hostile, token).body())
          .contains("\"x' OR 1=1 --\"");
      HttpResponse<String> unknown = answer(address + "?wrod=x", token);
      Assertions.assertThat(unknown.statusCode()).isEqualTo(400);
      Assertions.assertThat(unknown.body()).contains("wrod").contains("word");
      Assertions.assertThat(Described.check(operation, unknown).get("type").asText())
          .endsWith(":bad-parameter");
      makersWork = false;
      Assertions.assertThat(answer(address, token).statusCode())
          .as("whoever made it was disabled")
          .isEqualTo(401);
      makersWork = true;
      HttpResponse<String> wrong = answer(address, token + "x");
      Assertions.assertThat(wrong.statusCode()).isEqualTo(401);
      Assertions.assertThat(Described.check(operation, wrong).get("type").asText())
          .endsWith(":token");
      Assertions.assertThat(answer(address, "").statusCode()).isEqualTo(401);
      HttpResponse<String> failed = answer(address + "?word=bad", token);
      Assertions.assertThat(failed.statusCode()).isEqualTo(422);
      Assertions.assertThat(Described.check(operation, failed).get("reason").asText())
          .isEqualTo("other");
      SavedQuery.Text other = new SavedQuery.Text("Outlet", "", "", "SELECT 2", Map.of(), true);
      journal.edit(kept.id(), new QueryJournal.Step("later", 1, "", ""), other);
      Assertions.assertThat(answer(address, token).body()).contains("offered");
      page.getByRole(AriaRole.BUTTON, named("Revoke")).click();
      assertThat(page.locator(".people")).containsText("Revoked");
      Assertions.assertThat(answer(address, token).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aStatementIsGivenAScheduleAndStopped() {
    SavedQuery.Text text = new SavedQuery.Text("Due", "", "", "SELECT 1", Map.of(), true);
    SavedQuery kept =
        journal.add(new QueryJournal.Step("due", 0, "", ""), text).latest().orElseThrow();
    try (Page page = browser.newPage()) {
      page.navigate("http://127.0.0.1:" + server.port() + "/query/" + kept.id() + "?lang=en");
      assertThat(page.locator("#schedule-standing")).containsText("does not run by itself");
      page.locator("select[name=cadence]").selectOption("weekly");
      page.locator("input[name=at]").fill("07:30");
      page.locator("select[name=weekday]").selectOption("2");
      page.locator("input[name=bound]").fill("1.5");
      page.getByRole(AriaRole.BUTTON, named("Run edition 1 by this schedule")).click();
      assertThat(page.locator("[role=alert]")).containsText("of rows a whole one");
      page.locator("select[name=cadence]").selectOption("weekly");
      page.locator("input[name=at]").fill("07:30");
      page.locator("select[name=weekday]").selectOption("2");
      page.locator("input[name=bound]").fill("3");
      page.getByRole(AriaRole.BUTTON, named("Run edition 1 by this schedule")).click();
      assertThat(page.locator("#schedule-standing"))
          .containsText(
              "Edition 1 runs on Tuesday at 07:30; Notice when more rows than 3 (runs in"
                  + " succession: 1)");
      Assertions.assertThat(Accessibility.violations(page)).isEmpty();
      page.getByRole(AriaRole.BUTTON, named("Stop").setExact(true)).click();
      assertThat(page.locator("#schedule-standing")).containsText("does not run by itself");
    }
  }

  private static HttpResponse<String> answer(String address, String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static void keep(Page page, String name, String how) {
    page.locator("#desk-keep-open").click();
    page.locator("#desk-keep input[name=name]").fill(name);
    Locator button = page.locator("#desk-keep button[value=" + how + "]");
    (button.isVisible() ? button : page.locator("#desk-keep button[value=new]")).click();
  }

  private static SavedQuery listed(String name) {
    return journal.list("", false).stream()
        .filter(query -> query.text().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void theLastTableOfTheSchemaIsWholeOnTheScreen() {
    try (Page page = open("en")) {
      page.setViewportSize(1920, 1080);
      Locator last = page.locator(".desk-schema summary").last();
      assertThat(page.locator(".desk-schema")).containsText("cases");
      assertThat(page.locator(".desk-schema")).not().containsText("saved_queries");
      page.locator(".desk-schema").evaluate("tree => tree.scrollTo(0, tree.scrollHeight)");
      BoundingBox tree = page.locator(".desk-schema").boundingBox();
      BoundingBox row = last.boundingBox();
      Assertions.assertThat(tree.y + tree.height).isLessThanOrEqualTo(1080);
      Assertions.assertThat(row.y + row.height).isLessThanOrEqualTo(tree.y + tree.height);
    }
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() {
    try (Page page = open("zh-CN")) {
      page.setViewportSize(390, 844);
      type(page, "SELECT toDate('2026-01-01') + number AS day, number * 2 AS n FROM numbers(30)");
      page.locator("#desk-run").click();
      assertThat(page.locator("#desk-table tbody tr")).hasCount(30);
      Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
  }

  private static Page open(String language) {
    Page page = browser.newPage();
    page.navigate("http://127.0.0.1:" + server.port() + "/desk?lang=" + language);
    assertThat(page.locator("#desk-editor .cm-content")).isVisible();
    return page;
  }

  private static void type(Page page, String statement) {
    page.locator("#desk-editor .cm-content").click();
    page.keyboard().press("Control+a");
    page.keyboard().insertText(statement);
  }
}

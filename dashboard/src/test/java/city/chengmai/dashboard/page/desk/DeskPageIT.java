package city.chengmai.dashboard.page.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.http.DashboardServer;
import city.chengmai.dashboard.http.NavigationEntry;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.ServerAddress;
import city.chengmai.dashboard.http.StaticAssets;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    desk = DeskRoutes.of(new Settings(Map.of(), engine.environment()), workers, pages);
    server =
        DashboardServer.start(
            vertx,
            new ServerAddress("127.0.0.1", 0),
            pages,
            List.of(new StaticAssets(workers), desk));
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
    desk.close();
    workers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    engine.close();
  }

  @Test
  void aStatementRunsAndMakesATableAndAChart() {
    try (Page page = open("en")) {
      type(page, "SELECT toDate('2026-01-01') + number AS day, number * 2 AS n FROM numbers(30)");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#desk-status")).containsText("Finished", PATIENT);
      assertThat(page.locator("#desk-status")).containsText("Rows 30");
      assertThat(page.locator("#desk-table tbody tr")).hasCount(30);
      assertThat(page.locator("#desk-table th").first()).hasAttribute("title", "Date");
      assertThat(page.locator("#desk-chart svg")).isVisible();
    }
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
  void theLastTableOfTheSchemaIsWholeOnTheScreen() {
    try (Page page = open("en")) {
      page.setViewportSize(1920, 1080);
      Locator last = page.locator(".desk-schema summary").last();
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

package city.chengmai.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.fixture.Accessibility;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.DutyDesk;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.mechanism.Mechanisms;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages over a real store, in a real browser. */
class DashboardIT {

  private static final String HOSTILE_PAGE = "/case/" + PathSegment.of(RealisticCity.HOSTILE_CASE);

  private static final double PATIENCE_MILLIS = 60_000;
  private static final List<String> PAGES =
      List.of(
          "/grids",
          "/compare?grid=xq-s01&grid=xq-s02&grid=xq-s04&grid=xq-l02&grid=xq-s03",
          "/explore",
          "/explore?indicator=M04&area=xq-s01&period=30-days&split=time",
          "/explore/cases?split=category&list=1",
          "/explore/cases?split=hour&channel=patrol",
          "/restatements",
          "/grid/xq-s02",
          "/grid/" + RealisticCity.QUIET_GRID,
          "/grid/xq-s02/behind/M04",
          "/grid/xq-s02/behind/M09",
          "/grid/xq-l03/behind/M10",
          "/grid/xq-l03/behind/S08",
          "/grid/xq-l03/behind/O12",
          "/grid/xq-s02/behind/O11",
          "/grid/xq-s02/indicator/M04",
          HOSTILE_PAGE,
          "/files",
          "/files?kind=building&order=lacking",
          "/files?kind=grid",
          "/files/enterprises/enterprise-007",
          "/files/buildings/building-003",
          "/grids/xq-l02/file",
          "/grids/xq-s02/file",
          "/space",
          "/records",
          "/record/enterprise/enterprise-007",
          "/record/building/building-003",
          "/campaigns",
          "/measures",
          "/visits",
          "/mechanisms",
          "/mechanism/004-20",
          "/mechanism/002-16",
          "/mechanism/002-26?form=campus",
          "/mechanism/004-14",
          "/mechanism/004-22",
          "/sites",
          "/sites/xq-w01",
          "/inspections",
          "/response",
          "/pool",
          "/special/expo",
          "/special/expo?area=xq-s01",
          "/alerts",
          "/alerts?view=all&severity=alarm",
          "/alert/" + DutyDesk.GROUP,
          "/alert/A01%7Cxq-s02",
          "/thresholds",
          "/models",
          "/models/new",
          "/model/repeat-place",
          "/model/registered-empty",
          "/suggestions",
          "/before-complaint",
          "/classes",
          "/conferences",
          "/indicators",
          "/glossary",
          "/about",
          "/bulletins",
          "/desk",
          "/queries",
          "/feeds",
          "/operations",
          "/trace?subject=case-2-1",
          "/trace?source=%2F%2Fhotline%2F12345&id=case-2-1-reported",
          "/boards",
          "/board/duty",
          "/board/city/preview",
          "/wall/duty",
          "/wall/special",
          "/wall");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Dashboard dashboard;
  private static Browsing browsing;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    dashboard = dashboard(200, 300);
    browsing = new Browsing();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void closePages() {
    browsing.closePages();
  }

  @AfterAll
  static void stop() {
    browsing.close();
    dashboard.close();
    engine.close();
  }

  private static Dashboard dashboard(int refresh, int heartbeat) {
    return dashboard(refresh, heartbeat, RealisticCity.NOW.toString());
  }

  private static Dashboard dashboard(int refresh, int heartbeat, String now) {
    return dashboard(refresh, heartbeat, now, 0);
  }

  private static Dashboard dashboard(int refresh, int heartbeat, String now, int port) {
    Map<String, String> set = new HashMap<>();
    set.put("dashboard.http-port", String.valueOf(port));
    // Nobody stands behind it, and figures must not change with how long this runs.
    set.put("dashboard.self-alerts", "false");
    set.put("dashboard.wall-refresh-milliseconds", String.valueOf(refresh));
    set.put("dashboard.wall-heartbeat-milliseconds", String.valueOf(heartbeat));
    set.put("city.clock", "fixed:" + now);
    return Dashboard.start(new Settings(set, engine.environment()));
  }

  @Test
  void wallShowsAllGridsInBothLanguages() {
    Page page = open(dashboard, "/wall", 1920, 1080);
    assertThat(page.locator("[data-panel=map] g.cell")).hasCount(47);
    assertThat(page.locator("[data-panel=map] g.cell[data-shade=NONE]")).hasCount(1);
    assertThat(page.locator("h1")).containsText("运行态势");
    assertThat(page.locator(".head-state")).containsText("46/47");
    page.navigate(address(dashboard, "/wall?lang=en"));
    assertThat(page.locator("[data-panel=map] g.cell")).hasCount(47);
    assertThat(page.locator("h1")).containsText("City at work");
    assertThat(page.locator(".link-word")).hasText("Live");
  }

  @Test
  void nothingOnTheWallIsCutOffInEitherLanguage() {
    for (String board : List.of("/wall", "/wall/duty", "/wall/special", "/wall/emergency")) {
      nothingIsCutOff(board + "?lang=zh-CN", 1920, 1080);
      nothingIsCutOff(board + "?lang=en", 1920, 1080); // its words are the longer ones
      nothingIsCutOff(board + "?lang=en", 3840, 2160);
      nothingIsCutOff(board + "?lang=en", 7680, 2160);
    }
    Page page = open(dashboard, "/wall", 1920, 1080);
    assertThat(page.locator(".tile:visible")).hasCount(6);
  }

  private static void nothingIsCutOff(String path, int width, int height) {
    Page page = open(dashboard, path, width, height);
    assertThat(page.locator(".tile").first()).isVisible();
    nothingIsCutOff(page, path + " " + width);
    page.context().close();
  }

  /**
   * Also scenes that wait for their turn, and the charts' rooms: none is stretched by more than 12
   * %.
   */
  private static void nothingIsCutOff(Page page, String where) {
    Object wrong =
        page.evaluate(
            """
            () => {
              const found = [];
              const scenes = [...document.querySelectorAll('.scene')];
              for (const shown of scenes) {
                scenes.forEach(scene => { scene.hidden = scene !== shown; });
                const seen = [...document.querySelectorAll('.clock, .panel')]
                  .filter(part => part.getClientRects().length > 0);
                for (const part of seen) {
                  const box = part.getBoundingClientRect();
                  const name = part.dataset.panel || 'clock';
                  if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(name + ' outside');
                  const body = part.querySelector('.body');
                  if (!body) continue;
                  if (body.scrollHeight > body.clientHeight + 2) {
                    found.push(name + ' higher ' + body.scrollHeight + ' ' + body.clientHeight);
                  }
                  const svg = body.querySelector(':scope > svg[viewBox]:not(.share)');
                  if (svg && /^(trend|categories|rhythm|statement)/.test(name)) {
                    const [, , w, h] = svg.getAttribute('viewBox').split(/[ ,]+/).map(Number);
                    const ratio = (w / h) / (body.clientWidth / body.clientHeight);
                    if (ratio < 0.8 || ratio > 1.25) found.push(name + ' drawn for another room ' + ratio);
                  }
                }
                for (const tile of document.querySelectorAll('.tile')) {
                  if (tile.scrollHeight > tile.clientHeight + 1) found.push('tile higher');
                }
              }
              return found.join('; ');
            }
            """);
    assertThat(wrong).as(where).isEqualTo("");
  }

  /** A wider screen shows more, not the same at twice the width. */
  @Test
  void anUltraWideScreenHasColumnsOfItsOwn() {
    String visible =
        "[...document.querySelectorAll('.scene:not([hidden]) .column')]"
            + ".filter(column => column.getClientRects().length > 0).length";
    assertThat(open(dashboard, "/wall", 1920, 1080).evaluate(visible)).isEqualTo(3);
    assertThat(open(dashboard, "/wall", 3840, 2160).evaluate(visible)).isEqualTo(3);
    Page wide = open(dashboard, "/wall", 7680, 2160);
    assertThat(wide.evaluate(visible)).isEqualTo(5);
    assertThat(wide.locator(".tile:visible")).hasCount(8);
    assertThat(wide.locator(".panel-clocks [data-due]").first())
        .hasText(Pattern.compile(".*[0-9].*"));
  }

  /** Every page of the bar is seen without scrolling it, also on a small laptop. */
  @Test
  void theBarIsWholeInEitherLanguage() {
    for (String language : List.of("zh-CN", "en")) {
      for (int width : List.of(1280, 1920)) {
        Page page = open(dashboard, "/grids?lang=" + language, width, 800);
        Object cut =
            page.evaluate(
                """
                () => [...document.querySelectorAll('.top nav a')]
                  .filter(link => {
                    const box = link.getBoundingClientRect();
                    const bar = document.querySelector('.top nav').getBoundingClientRect();
                    return box.right > bar.right + 1 || box.bottom > bar.bottom + 1;
                  })
                  .map(link => link.textContent).join(', ')
                """);
        assertThat(cut).as(language + " " + width).isEqualTo("");
        page.context().close();
      }
    }
  }

  private static final String TWO_SCENES =
      """
      title: {zh: 试验版面, en: Trial board}
      scenes:
        - id: first
          seconds: 5
          columns: [{width: 1, panels: [{kind: grades}]}]
        - id: second
          seconds: 5
          columns: [{width: 1, panels: [{kind: map, colour: alerts}, {kind: trend, days: 14}]}]
      """;

  /**
   * Written, refused, kept, looked at, published, turned by the clock, put back: no wall is
   * touched.
   */
  @Test
  void aBoardIsPublishedToARunningWallAndPutBack() {
    Page wall = open(dashboard, "/wall/special?lang=en", 1920, 1080);
    assertThat(wall.locator("h1")).containsText("Special period");
    assertThat(wall.locator(".panel-special tbody tr")).hasCount(6);
    Page editor = open(dashboard, "/board/special?lang=en", 1280, 900);
    Page late = open(dashboard, "/board/special?lang=en", 1280, 900);
    write(editor, TWO_SCENES.replace("kind: grades", "kind: grades, days: 9"));
    assertThat(editor.locator("#notice"))
        .containsText("panels 1 \"grades\", key days: seen “9”; expected no such key");
    assertThat(editor.locator("textarea")).hasValue(Pattern.compile("days: 9"));
    write(editor, TWO_SCENES);
    assertThat(editor.locator("#notice")).hasCount(0);
    write(late, TWO_SCENES.replace("Trial", "Other"));
    assertThat(late.locator("#notice")).containsText("somebody wrote another edition");
    assertThat(late.locator("textarea")).hasValue(Pattern.compile("Other board"));
    Page preview = open(dashboard, "/board/special/preview?lang=en", 1920, 1080);
    assertThat(preview.locator("h1")).containsText("Trial board");
    assertThat(preview.locator(".link-state")).containsText("Preview of the draft");
    assertThat(wall.locator("h1")).containsText("Special period");
    editor.locator("form[action$='/publication'] button").click();
    assertThat(editor.locator(".title")).containsText("published");
    assertThat(wall.locator("h1")).containsText("Trial board");
    String byTheClock =
        "() => document.querySelector('.scene:not([hidden])').dataset.scene"
            + " === (Math.floor(Date.now() / 5000) % 2 ? 'second' : 'first')";
    wall.waitForFunction(byTheClock);
    wall.waitForFunction("() => !document.querySelector('[data-scene=second]').hidden");
    wall.reload();
    wall.waitForFunction(byTheClock);
    assertThat(wall.locator(".scene:not([hidden])")).hasCount(1);
    Locator shipped = editor.locator(".board-edition").last();
    shipped.locator("form button").click();
    assertThat(editor.locator(".board-edition").first()).containsText("puts the shipped one back");
    assertThat(wall.locator("h1")).containsText("Special period");
  }

  /** Rows of the coverage table that stand on pages of their own: each with its counts. */
  @Test
  void discoveryRanksSituationsAndSumsStandOnTheirPages() {
    Page page = open(dashboard, "/response?lang=en", 1280, 900);
    Locator all = page.locator("#discovery tr[data-found=all]");
    assertThat(all.locator("td").first()).containsText("100");
    assertThat(all.locator("td").nth(1)).hasText(Pattern.compile(".*%.*/.*"));
    assertThat(all.locator("td").nth(2)).hasText(Pattern.compile(".*(h|min|d).*"));
    assertThat(page.locator("#discovery tr[data-found=patrol]")).hasCount(1);
    page.navigate(address(dashboard, "/grids?lang=en"));
    assertThat(page.locator("#comprehensive tbody tr")).hasCount(4);
    assertThat(page.locator("#comprehensive tr[data-area=xq-z1]")).containsText("sum of its grids");
    assertThat(page.locator("#comprehensive .level-warning")).hasCount(1);
    assertThat(page.locator("#comprehensive tr[data-area=xq-z4] .level-warning"))
        .containsText("its grids sum to");
    page.navigate(address(dashboard, "/grid/xq-z1?lang=en"));
    assertThat(page.locator("h1")).containsText("Lupu comprehensive grid");
    page.navigate(address(dashboard, "/grids/xq-s02/file?lang=en"));
    assertThat(page.locator("#situation tbody tr")).hasCount(4);
    assertThat(page.locator("[data-line=population-flow]")).containsText("mean of 30 days");
    assertThat(page.locator("[data-line=coast]")).containsText("nothing for more than a day");
    page.navigate(address(dashboard, "/grids/xq-l02/file?lang=en"));
    assertThat(page.locator("[data-line=coast]")).containsText("No data");
    assertThat(page.locator("[data-line=hidden-dangers]")).containsText("cases reported");
    page.navigate(address(dashboard, "/mechanism/004-21?lang=en"));
    assertThat(page.locator("#ranking tr[data-own=true]")).hasCount(1);
    assertThat(page.locator("#ranking tbody tr")).hasCount(7);
    assertThat(page.locator("[data-figure=rank] td").first())
        .hasText(Pattern.compile("[1-7] of 7"));
    page.navigate(address(dashboard, "/mechanism/001-07?lang=en"));
    assertThat(page.locator("#figures")).containsText("Calls");
    assertThat(page.locator("#entries")).hasCount(0);
  }

  /**
   * Declared once, every running wall shows it by itself, whatever board it has; then it is over.
   */
  @Test
  void anEmergencyIsOnAllWallsUntilItIsEnded() {
    Page wall = open(dashboard, "/wall?lang=en", 1920, 1080);
    Page duty = open(dashboard, "/wall/duty?lang=en", 1920, 1080);
    assertThat(wall.locator("h1")).containsText("City at work");
    assertThat(duty.locator(".emergency-state")).hasCount(0);
    Page boards = open(dashboard, "/boards?lang=en", 1280, 900);
    Page late = open(dashboard, "/boards?lang=en", 1280, 900);
    boards.locator("#mode input[name=name]").fill("Typhoon <b>7</b>");
    boards.locator("#mode button").click();
    assertThat(boards.locator("#mode"))
        .containsText("Emergency: Typhoon <b>7</b>, since 2026-03-20");
    for (Page screen : List.of(wall, duty)) {
      assertThat(screen.locator("h1")).containsText("Emergency command");
      assertThat(screen.locator(".emergency-state")).containsText("Typhoon <b>7</b>, since 03-20");
      assertThat(screen.locator(".panel-alerts .body")).not().isEmpty();
    }
    late.locator("#mode input[name=name]").fill("Flood");
    late.locator("#mode button").click();
    assertThat(late.locator("[role=alert]")).containsText("somebody wrote an edition");
    boards.locator("#mode button").click();
    assertThat(boards.locator("#mode")).containsText("Normal;");
    assertThat(wall.locator("h1")).containsText("City at work");
    assertThat(duty.locator("h1")).containsText("Alerts and clocks");
    assertThat(wall.locator(".emergency-state")).hasCount(0);
  }

  private static void write(Page editor, String text) {
    editor.locator("textarea").fill(text);
    editor.locator("form[action$='/editions'] button").click();
    editor.waitForLoadState();
  }

  /** A kept statement goes onto a board; one that fails says so and nothing else suffers. */
  @Test
  void aKeptStatementIsPinnedToABoard() throws Exception {
    pin(
        "Cases by day",
        "SELECT toDate(reported_at) AS day, count() AS cases FROM cases GROUP BY day ORDER BY day");
    pin("Never works", "SELECT throwIf(1, 'not today') AS n");
    Page editor = open(dashboard, "/board/duty?lang=en", 1280, 900);
    assertThat(editor.locator("textarea")).hasValue(Pattern.compile("kind: statement"));
    editor.locator("form[action$='/publication'] button").click();
    Page wall = open(dashboard, "/wall/duty?lang=en", 1920, 1080);
    Locator good = wall.locator("[data-panel='statement']");
    assertThat(good.locator("h2")).hasText("Cases by day");
    assertThat(good.locator(".body > svg")).hasCount(1);
    assertThat(good.locator(".age")).not().hasText("–");
    Locator bad = wall.locator("[data-panel='statement-2']");
    assertThat(bad.locator(".badge")).hasText("query failed");
    assertThat(wall.locator("[data-panel='alerts'] .badge")).not().containsText("query failed");
    editor.navigate(address(dashboard, "/board/duty"));
    editor.locator(".board-edition").last().locator("form button").click();
    assertThat(wall.locator("[data-panel='statement']")).hasCount(0);
  }

  private static void pin(String name, String statement) throws Exception {
    JsonObject body =
        new JsonObject()
            .put("step", name.replace(' ', '-'))
            .put("name", name)
            .put("statement", statement)
            .put("shared", true);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(dashboard, "/desk/queries")))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
            .build();
    HttpResponse<String> kept =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    String id = new JsonObject(kept.body()).getString("id");
    Page page = open(dashboard, "/query/" + id + "?lang=en", 1280, 900);
    page.locator("form[action$='/pin'] select").selectOption("duty");
    page.locator("form[action$='/pin'] button").click();
    assertThat(page.locator("[role=status]")).containsText("Pinned to the draft of board “duty”");
    page.context().close();
  }

  @Test
  void aLargeScreenShowsLargerLettersAndNoMoreOfThem() {
    Page small = open(dashboard, "/grids?lang=en", 1920, 1080);
    Page large = open(dashboard, "/grids?lang=en", 3840, 2160);
    double share = width(large) / width(small);
    assertThat(share).isCloseTo(2, within(0.05));
  }

  private static double width(Page page) {
    return page.locator("main").boundingBox().width;
  }

  @Test
  void aYearWhoseHolidaysNobodyAnnouncedIsNamedOnTheWall() {
    Page now = open(dashboard, "/wall", 1920, 1080);
    assertThat(now.locator(".head-state")).containsText("46/47");
    assertThat(now.locator(".head-lack")).hasCount(0);
    try (Dashboard other = dashboard(200, 300, "2107-01-05T04:00:00Z")) {
      Page later = open(other, "/wall?lang=en", 1920, 1080);
      assertThat(later.locator(".head-lack")).containsText("Holidays of 2107 unknown");
    }
  }

  @Test
  void anEventChangesTheFigureWithoutReload() {
    Page page = open(dashboard, "/wall", 1920, 1080);
    Locator value = page.locator(".tile .value").first();
    assertThat(value).hasText(Pattern.compile("\\d+"));
    page.evaluate("window.sameDocument = true");
    int before = Integer.parseInt(value.textContent());
    RealisticCity.report(engine.writer(), "case-live");
    assertThat(value).hasText(String.valueOf(before + 1));
    assertThat(page.evaluate("window.sameDocument === true")).isEqualTo(true);
  }

  @Test
  void aLostServerLeavesThePictureWithAMarkUntilItIsBack() {
    Dashboard other = dashboard(200, 200);
    int port = other.port();
    Page page = open(other, "/wall", 1920, 1080);
    page.evaluate("window.sameDocument = true");
    assertThat(page.locator("[data-panel=map] g.cell")).hasCount(47);
    assertThat(page.locator(".link-word")).hasText("实时");
    other.close();
    assertThat(page.locator("[data-panel=map] .badge")).containsText("数据中断");
    assertThat(page.locator("[data-panel=map]")).hasClass(Pattern.compile("lost"));
    assertThat(page.locator(".link-word")).hasText("链路中断");
    assertThat(page.locator("[data-panel=map] g.cell")).hasCount(47);
    try (Dashboard back = dashboard(200, 200, RealisticCity.NOW.toString(), port)) {
      assertThat(back.port()).isEqualTo(port);
      assertThat(page.locator(".link-word")).hasText("实时");
      assertThat(page.locator("[data-panel=map] .badge")).not().containsText("数据中断");
      assertThat(page.evaluate("window.sameDocument === true")).isEqualTo(true);
      page.context().close();
    }
  }

  @Test
  void tooSmallASampleIsAWordNotAZero() {
    Page page = open(dashboard, "/grid/" + RealisticCity.QUIET_GRID, 1280, 900);
    assertThat(page.locator(".dimension .score")).hasCount(3);
    for (Locator score : page.locator(".dimension .score").all()) {
      assertThat(score).hasText("样本不足");
    }
    assertThat(page.locator(".sentence")).containsText("样本不足");
  }

  @Test
  void aReasonLeadsToTheCasesBehindIt() throws Exception {
    assertThat(get("/api/grid/xq-s02").body()).contains("\"contributions\"");
    Page page = open(dashboard, "/grid/xq-s02?lang=en", 1280, 900);
    assertThat(page.locator(".reasons a").first()).isVisible();
    page.locator(".reasons a").first().click();
    assertThat(page.locator("h1")).containsText("Behind");
  }

  @Test
  void aPortraitSaysHowSureItIsAndWhatMovedIt() {
    Page page = open(dashboard, "/grid/xq-s02?lang=en", 1280, 900);
    assertThat(page.locator(".sentence")).containsText("the rank between");
    assertThat(page.locator(".dimension").first()).containsText("95 %:");
    assertThat(page.locator("#indicators .whisker svg").first()).isVisible();
    double change = 0;
    for (Locator points : page.locator("#moves tbody tr:not(.total) .figure b").all()) {
      change += points(points.textContent());
    }
    assertThat(change)
        .isCloseTo(points(page.locator("#moves .total .figure b").textContent()), within(1e-9));
    page.locator("#moves a[href*='behind']").first().click();
    assertThat(page.locator("h1")).containsText("Behind");
  }

  private static double points(String shown) {
    return Double.parseDouble(shown.replace('\u2212', '-').replaceAll("[^-0-9.]", ""));
  }

  @Test
  void anIndicatorStandsInAFunnelOfItsPeers() {
    Page page = open(dashboard, "/grid/xq-s02/indicator/M04?lang=en", 1280, 900);
    assertThat(page.locator(".wide svg")).isVisible();
    assertThat(page.locator("tr.chosen")).hasCount(1);
    assertThat(page.locator("#corrections")).containsText("78.4% → 81.2%");
  }

  @Test
  void anotherDefinitionStandsBesideTheScoredOne() {
    Page page = open(dashboard, "/grid/xq-s02/indicator/O03?lang=en", 1280, 900);
    Locator beside = page.locator("[data-definition='2']");
    assertThat(beside.locator("h2")).containsText("in working time");
    assertThat(beside).containsText("how long people waited");
    assertThat(beside.locator("tbody tr")).hasCount(2);
    Locator values = beside.locator("tbody tr").first().locator("td");
    double clock = hours(values.nth(0).innerText());
    assertThat(hours(values.nth(1).innerText())).isCloseTo(clock / 3, within(0.11));
    assertThat(page.locator("[data-definition]")).hasCount(1);
    page.navigate(address(dashboard, "/grid/xq-s02/indicator/M04?lang=en"));
    assertThat(page.locator("[data-definition]")).hasCount(0);
  }

  private static double hours(String told) {
    return Double.parseDouble(told.substring(0, told.indexOf(" h")).trim());
  }

  @Test
  void whatPeopleWroteIsTextNotMarkup() throws Exception {
    Page page = open(dashboard, HOSTILE_PAGE, 1280, 900);
    assertThat(page.locator(".description")).containsText("<script>");
    assertThat(page.title()).doesNotContain("taken");
    assertThat(get(HOSTILE_PAGE).body()).doesNotContain("<script>d");
    assertThat(get("/feeds").body()).doesNotContain("<script>alert");
  }

  @Test
  void aFileTellsWhatItHoldsAndWhatHappened() {
    Page page = open(dashboard, "/files/enterprises/enterprise-024?lang=en", 1280, 900);
    assertThat(page.locator("main")).containsText("Situation clear");
    assertThat(page.locator("#appeals tbody tr")).hasCount(1);
    assertThat(page.locator("#visits tbody tr")).hasCount(1);
    page.locator("#seats a").last().click();
    assertThat(page.locator("h1")).containsText("号楼");
    assertThat(page.locator("#seats a[href='/files/enterprises/enterprise-024']")).hasCount(1);
  }

  @Test
  void campaignsTellGapPaceAndForecast() {
    Page page = open(dashboard, "/campaigns?lang=en", 1280, 900);
    assertThat(page.locator("main"))
        .containsText("At this pace the gap closes about 28 April 2026");
    assertThat(page.locator("main")).containsText("At this pace the gap does not close");
    assertThat(page.locator("main")).containsText("clearly fewer");
    assertThat(page.locator(".wide svg").first()).isVisible();
  }

  @Test
  void aSpecialPeriodIsNamedEverywhereAndCompared() {
    Page wall = open(dashboard, "/wall", 1920, 1080);
    assertThat(wall.locator(".head-state")).containsText("星桥博览会保障");
    Page grids = open(dashboard, "/grids?lang=en", 1280, 900);
    assertThat(grids.locator(".special-band")).containsText("Star Bridge Expo, until 2026-03-26");
    grids.locator(".special-band a").click();
    assertThat(grids.locator("tbody tr").first()).containsText("Cases reported a day");
    assertThat(grids.locator("main")).containsText("times the expected count, at least");
    try (Dashboard later = dashboard(200, 300, "2026-03-27T04:00:00Z")) {
      Page after = open(later, "/grids", 1280, 900);
      assertThat(after.locator(".special-band")).hasCount(0);
    }
  }

  @Test
  void filesAreFoundByName() {
    Page page = open(dashboard, "/files?lang=en&q=enterprise-01", 1280, 900);
    assertThat(page.locator("tbody tr")).hasCount(10);
    page.navigate(address(dashboard, "/files?q=nobody+has+this+name"));
    assertThat(page.locator("main")).containsText("There is no such file.");
    page.navigate(address(dashboard, "/files?page=3"));
    assertThat(page.locator("tbody tr")).hasCount(20);
  }

  @Test
  void aNameIsTextNotMarkupOnEveryFile() throws Exception {
    for (String path :
        List.of(
            "/files?q=enterprise-007", "/files/enterprises/enterprise-007", "/grids/xq-l02/file")) {
      assertThat(get(path).body()).as(path).doesNotContain("<script>d");
    }
  }

  @Test
  void everyMechanismIsReachedFromTheTopBar() throws Exception {
    Page page = open(dashboard, "/grids?lang=en", 1280, 900);
    page.locator(".top nav a[href='/mechanisms']").click();
    assertThat(page.locator("[data-mechanism]")).hasCount(Mechanisms.bundled().all().size());
    page.locator("[data-mechanism='001-08'] h3 a").click();
    assertThat(page.locator("h1")).hasText("Little-stool sessions");
    assertThat(page.locator("[data-figure=sessions] b")).hasText(Pattern.compile("\\d+"));
    assertThat(page.locator("#course .wide svg").first()).isVisible();
    assertThat(page.locator("#grids tbody tr").first()).isVisible();
    page.locator("#grids tbody a").first().click();
    assertThat(page).hasURL(Pattern.compile("/grid/xq-"));
    page.navigate(address(dashboard, "/mechanism/002-16?lang=zh-CN"));
    assertThat(page.locator("h1")).hasText("企业服务中心与服务菜单");
    assertThat(page.locator("#menu tbody tr")).hasCount(6);
    assertThat(page.locator("#open tbody tr").first()).containsText("希望尽快安排");
    page.navigate(address(dashboard, "/mechanism/004-20?lang=en"));
    assertThat(page.locator("#entries tbody tr").first()).containsText("over capacity");
    assertThat(get("/mechanism/001-99").statusCode()).isEqualTo(404);
  }

  @Test
  void contactPointsLieOnAMapBesideTheShareOfNewEnterprisesServedInTime() {
    Page page = open(dashboard, "/mechanism/004-14?lang=en", 1280, 900);
    assertThat(page.locator("[data-figure=welcomed] td").first()).containsText("4 / 6");
    assertThat(page.locator("#map")).containsText("5 of 6 tell where");
    assertThat(page.locator("#map .mark")).hasCount(5);
    assertThat(page.locator("#map .cell")).hasCount(47);
    page.navigate(address(dashboard, "/mechanism/001-08?lang=en"));
    assertThat(page.locator("#map")).hasCount(0);
  }

  @Test
  void theRosterStandsBesideTheLoad() {
    Page page = open(dashboard, "/response?lang=en", 1280, 900);
    Locator first = page.locator("#roster tbody tr").first();
    assertThat(first).containsText("grids with known staff");
    assertThat(first.locator("td").nth(4)).containsText(Pattern.compile("[\\d,]+ / \\d+"));
    assertThat(page.locator("#roster tbody tr").last()).containsText("no data");
    page.locator("#roster a[href='/mechanism/004-11']").click();
    assertThat(page.locator("h1")).hasText("System, people and platform");
  }

  @Test
  void spaceToLetIsOnAMapAndEnterprisesHaveADensity() {
    Page page = open(dashboard, "/files?lang=en", 1280, 900);
    page.locator("a[href='/space']").click();
    assertThat(page.locator("#map .mark")).hasCount(24);
    assertThat(
            page.locator("#map .cell[data-shade=LEVEL_1], #map .cell[data-shade=LEVEL_5]").first())
        .isVisible();
    assertThat(page.locator("#map .cell[data-shade=NONE]")).hasCount(37);
    Locator all = page.locator("#grids tbody tr").first();
    assertThat(all.locator("td").first()).hasText("24");
    assertThat(all.locator("td").nth(5)).hasText("120");
    assertThat(all.locator("td").last()).containsText("120 / ");
    page.locator("#buildings tbody a").first().click();
    assertThat(page).hasURL(Pattern.compile("/files/buildings/"));
  }

  @Test
  void aSourceThatDriftsIsNamedWithItsInterval() {
    Page page = open(dashboard, "/records?lang=en", 1280, 900);
    Locator drifting = page.locator("#drift tr[data-app=enterprise-service]");
    assertThat(drifting).containsText("drifts upwards");
    assertThat(drifting.locator("td").nth(1)).hasText("32");
    assertThat(drifting.locator("td").nth(3))
        .containsText(Pattern.compile("\\+\\d\\.\\d% – \\+\\d\\.\\d%"));
    assertThat(page.locator("#drift tr[data-app=street-front]")).containsText("too few");
    assertThat(page.locator("#drift .wide svg")).isVisible();
  }

  @Test
  void aModelShowsTheTimeThatItSaves() {
    Page page = open(dashboard, "/models?lang=en", 1280, 900);
    assertThat(page.locator("tr[data-model='registered-empty'] td").last())
        .containsText("9 × 75 min − 12 × 20.5 min (mean of 11 timed)");
    assertThat(page.locator("tr[data-model='registered-empty'] td").last()).containsText("+7.1 h");
  }

  /** Shares with both counts, classes as the schemas say, lineage as the queries say. */
  @Test
  void whatIsPooledHasItsShareItsClassAndItsLineage() {
    Page page = open(dashboard, "/measures?lang=en", 1280, 900);
    page.locator("nav a[href='/pool']").click();
    assertThat(page.locator("[data-share=feeds]")).containsText(Pattern.compile("[12] / 3"));
    assertThat(page.locator("[data-share=types]")).containsText(Pattern.compile("\\d+ / \\d+"));
    Locator buildings = page.locator("[data-family=building]");
    assertThat(buildings).containsText("persons");
    assertThat(buildings).containsText("O12");
    assertThat(page.locator("[data-family=patrol] td").nth(2)).containsText("no data");
    assertThat(page.locator("[data-family=enterprise] a").first()).isVisible();
    assertThat(page.locator("#grids tbody tr")).hasCount(47);
    assertThat(page.locator("#access")).containsText("Leader");
    assertThat(page.locator("#access a")).hasCount(0); // nobody reads the audit log without a name
  }

  /** Figures and grids of one form of community alone; a form that no grid has is a mistake. */
  @Test
  void mechanismsAreSeenByFormOfCommunity() throws Exception {
    Page page = open(dashboard, "/mechanism/002-26?lang=en", 1280, 900);
    assertThat(page.locator("[data-split]").first()).containsText("residential");
    int all = page.locator("#grids tbody tr").count();
    page.locator("[data-form=residential]").click();
    assertThat(page).hasURL(Pattern.compile("/mechanism/002-26\\?form=residential"));
    assertThat(page.locator("[data-form][aria-current]")).containsText("residential");
    assertThat(page.locator("#grids tbody tr").first()).isVisible();
    assertThat(page.locator("#grids tbody tr").count()).isLessThan(all);
    assertThat(page.locator("[data-split]").first().locator("li")).hasCount(1);
    page.navigate(address(dashboard, "/mechanisms?form=residential&lang=en"));
    assertThat(page.locator("[data-form][aria-current]")).containsText("residential");
    assertThat(get("/mechanism/002-26?form=harbour").statusCode()).isEqualTo(400);
  }

  /** Of single persons there is no list of entries, no words, and no small count of a grid. */
  @Test
  void aMechanismAboutPersonsShowsNoPlaceOfThem() {
    Page page = open(dashboard, "/mechanism/004-24?lang=en", 1280, 900);
    assertThat(page.locator("#open tbody tr").first()).isVisible();
    assertThat(page.locator("#open")).not().containsText("希望尽快安排");
    assertThat(page.locator("#open a")).hasCount(0);
    for (Locator cell : page.locator("#grids tbody td:first-of-type").all()) {
      assertThat(cell).hasText(Pattern.compile("0|fewer than 5|[5-9]|\\d\\d+"));
    }
    assertThat(page.locator("#grids tbody td:first-of-type").first()).isVisible();
    page.navigate(address(dashboard, "/mechanism/004-22?lang=en"));
    assertThat(page.locator("#entries")).hasCount(0);
    assertThat(page.locator("#last a")).hasCount(0);
  }

  /** With one cache for all of them: with an empty one a page takes twice as long. */
  @Test
  void everyPageKeepsItsPolicyIsAccessibleAndFitsOnAPhone() {
    List<String> violations = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    Set<String> routes = new HashSet<>();
    Page page = browsing.page(1280, 900);
    page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
    for (String path : PAGES) {
      page.setViewportSize(1280, 900);
      page.navigate(address(dashboard, in("zh-CN", path)));
      assertThat(page.locator("h1")).isVisible();
      if (routes.add(route(path))) {
        Accessibility.violations(page).forEach(found -> violations.add(path + ": " + found));
      }
      page.setViewportSize(390, 844);
      nothingScrollsSideways(page, path);
      page.navigate(address(dashboard, in("en", path)));
      assertThat(page.locator("h1")).isVisible();
      nothingScrollsSideways(page, in("en", path));
      assertThat(complaints).as(path).isEmpty();
    }
    assertThat(violations).isEmpty();
  }

  private static String route(String path) {
    return RouteTable.find("GET", path.split("\\?", 2)[0]).orElseThrow().row().path();
  }

  private static String in(String language, String path) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private static void nothingScrollsSideways(Page page, String where) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).as(where).isEqualTo(0);
  }

  @Test
  void aTourIsTakenByKeyboardOfferedOnceAndFoundAgain() {
    for (String path : List.of("/grids", "/desk")) {
      Page page = open(dashboard, path + "?lang=en", 1280, 900);
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
      assertThat(page.locator("#tour")).isHidden();
      page.locator("#tour-start").focus();
      page.keyboard().press("Enter");
      for (int step = 1; step <= 6; step++) {
        assertThat(page.locator("#tour-place")).hasText("Step " + step + " of 6");
        assertThat(page.locator("#tour-title")).isFocused();
        assertThat(page.locator(".tour-about")).hasCount(1);
        assertThat(page.locator(".tour-about")).isInViewport();
        page.keyboard().press("ArrowRight");
      }
      assertThat(page.locator("#tour")).isHidden();
      assertThat(page.locator(".tour-about")).hasCount(0);
      page.reload();
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.locator("#tour-offer")).isHidden();
      page.navigate(address(dashboard, "/about?lang=zh-CN"));
      page.locator("a[href='" + path + "?tour=1']").click();
      assertThat(page.locator("#tour-place")).hasText("第 1 步，共 6 步");
      assertThat(Accessibility.violations(page)).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.locator("#tour")).isHidden();
      page.reload();
      assertThat(page.locator("#tour")).isHidden();
      assertThat(complaints).isEmpty();
      page.context().close();
    }
  }

  @Test
  void aTourThatIsNotWantedIsNotOfferedAgain() {
    Page page = open(dashboard, "/grids", 390, 844);
    page.locator("#tour-not-now").click();
    page.reload();
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("#tour-offer")).isHidden();
  }

  @Test
  void theCheckOfAccessibilityFindsWhatIsWrong() {
    Page page = browsing.page(1280, 900);
    page.setContent("<html lang='en'><title>x</title><main><img src='x'><h1>x</h1></main></html>");
    assertThat(Accessibility.violations(page)).singleElement().asString().startsWith("image-alt");
  }

  @Test
  void rowsBehindEveryIndicatorAreListed() throws Exception {
    for (Indicator indicator : Catalogue.bundled().indicators()) {
      HttpResponse<String> answer = get("/grid/xq-l03/behind/" + indicator.id() + "?lang=en");
      assertThat(answer.statusCode()).as(indicator.id()).isEqualTo(200);
      assertThat(answer.body()).as(indicator.id()).contains(indicator.name().en());
    }
    Page page = open(dashboard, "/grid/xq-l03/behind/S08?lang=en", 1280, 900);
    page.locator("#records tbody a").first().click();
    assertThat(page.locator("main")).containsText("Situation clear");
  }

  @Test
  void unknownThingsAreNotFound() throws Exception {
    assertThat(get("/grid/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/grid/nowhere/indicator/M04").statusCode()).isEqualTo(404);
    assertThat(get("/grid/xq-s02/indicator/M99").statusCode()).isEqualTo(404);
    assertThat(get("/case/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/api/grid/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/wall/panel/nothing").statusCode()).isEqualTo(404);
    for (String path :
        List.of(
            "/wall/nothing",
            "/wall/nothing/panel/header",
            "/events/wall/nothing",
            "/api/wall/nothing",
            "/board/nothing",
            "/board/nothing/preview")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get("/files/enterprises/nobody").statusCode()).isEqualTo(404);
    assertThat(get("/files/buildings/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/grids/nowhere/file").statusCode()).isEqualTo(404);
    assertThat(get("/special/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/special/expo?area=nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  private static Page open(Dashboard served, String path, int width, int height) {
    Page page = browsing.page(width, height);
    page.navigate(address(served, path));
    assertThat(page.locator("h1"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    return page;
  }

  private static String address(Dashboard served, String path) {
    return "http://127.0.0.1:" + served.port() + path;
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address(dashboard, path))).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}

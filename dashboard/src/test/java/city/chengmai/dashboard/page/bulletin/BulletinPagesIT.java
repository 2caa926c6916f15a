package city.chengmai.dashboard.page.bulletin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.bulletin.BulletinJournal;
import city.chengmai.dashboard.bulletin.BulletinKind;
import city.chengmai.dashboard.bulletin.BulletinState;
import city.chengmai.dashboard.bulletin.Cell;
import city.chengmai.dashboard.bulletin.Content;
import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.bulletin.Period;
import city.chengmai.dashboard.bulletin.Section;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.PressRoom;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Page;
import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bulletins over a real store: made, written into by two people, published, restated, printed. */
class BulletinPagesIT {

  private static final Period WEEK = PressRoom.WEEK;
  private static final Period TALK = BulletinKind.TALK.containing(LocalDate.of(2026, 2, 10));
  private static final Period DAY = PressRoom.DAY;

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Dashboard dashboard;
  private static PressRoom press;
  private static CityDirectory city;
  private static BulletinJournal journal;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    Settings settings =
        new Settings(
            Map.of(
                "dashboard.http-port", "0",
                "dashboard.bulletins", "",
                "city.clock", "fixed:" + RealisticCity.NOW),
            engine.environment());
    press = new PressRoom(engine);
    city = press.city();
    journal = press.journal();
    press.draft(WEEK);
    press.draft(DAY);
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      lessons(writer);
    }
    press.draft(TALK);
    dashboard = Dashboard.start(settings);
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    press.close();
    engine.close();
  }

  @Test
  void theSameFiguresAreWrittenOnce() {
    assertThat(press.draft(WEEK)).isFalse();
    assertThat(journal.latest(WEEK.id()).orElseThrow().content().section("figures"))
        .isPresent()
        .get()
        .satisfies(section -> assertThat(section.lines()).hasSizeGreaterThan(10));
  }

  /** The city begins on 21 November 2025, a Friday, and has no case until February. */
  @Test
  void whatWasNotThereIsNoZeroAndWhatWasZeroIsDrawn() {
    Period first = BulletinKind.WEEK.containing(LocalDate.of(2025, 11, 24));
    assertThat(city.model().facts().firstDay()).contains(LocalDate.of(2025, 11, 21));
    assertThat(press.draft(first)).isTrue();
    Content content = journal.latest(first.id()).orElseThrow().content();
    assertThat(content.section("figures").orElseThrow().lines().subList(0, 5))
        .allSatisfy(
            line -> {
              assertThat(line.cells().get(1)).isEqualTo(Cell.Amount.count(0));
              assertThat(line.cells().get(2)).isInstanceOf(Cell.Rate.class);
              assertThat(line.cells().get(3)).isEqualTo(Cell.NOTHING);
            });
    assertThat(content.section("course").orElseThrow().lines())
        .hasSize(7)
        .allSatisfy(line -> assertThat(line.cells().get(1)).isEqualTo(Cell.Amount.count(0)));
  }

  @Test
  void thePageAndItsDocumentTellTheSameFiguresInBothLanguages() throws Exception {
    try (Browsing browsing = new Browsing()) {
      for (String language : List.of("zh-CN", "en")) {
        tellsTheSame(browsing, WEEK.id(), language, 15, 100);
        tellsTheSame(browsing, TALK.id(), language, 10, 40);
      }
    }
  }

  private static void tellsTheSame(
      Browsing browsing, String id, String language, int sections, int least) throws Exception {
    Page page = browsing.page(390, 844);
    page.navigate(address("/bulletin/" + id + "?lang=" + language));
    assertThat(page.locator(".bulletin-section")).hasCount(sections);
    Object wider = page.evaluate("document.documentElement.scrollWidth > innerWidth");
    assertThat(wider).isEqualTo(false);
    List<String> figures = page.locator(".bulletin-section td.figure .cell").allTextContents();
    assertThat(figures).hasSizeGreaterThan(least);
    try (PDDocument document = document(id, language)) {
      assertThat(document.getNumberOfPages()).isBetween(2, 12);
      String text = new PDFTextStripper().getText(document);
      String flat = bare(text);
      assertThat(figures).allSatisfy(one -> assertThat(flat).contains(bare(one)));
      assertThat(flat).doesNotContain("〓").doesNotContain("#");
      page.locator(".bulletin-section h2")
          .allTextContents()
          .forEach(one -> assertThat(flat).contains(bare(one)));
      assertThat(digits(sections(document, page))).isEqualTo(digits(sections(page)));
    }
    page.context().close();
  }

  /** All that the page's sections say, drawings left out: a document draws letters as outlines. */
  private static String sections(Page page) {
    return (String)
        page.evaluate(
            """
            () => [...document.querySelectorAll('.bulletin-section')].map(section => {
              const copy = section.cloneNode(true);
              copy.querySelectorAll('svg, summary').forEach(part => part.remove());
              return copy.textContent;
            }).join(' ')
            """);
  }

  /** From the first section to the closing words, without what stands on top and foot of pages. */
  private static String sections(PDDocument document, Page page) throws Exception {
    StringBuilder text = new StringBuilder();
    for (PDPage one : document.getPages()) {
      PDFTextStripperByArea stripper = new PDFTextStripperByArea();
      stripper.addRegion("body", new Rectangle2D.Double(0, 52, 600, 742));
      stripper.extractRegions(one);
      text.append(stripper.getTextForRegion("body"));
    }
    String first = page.locator(".bulletin-section h2").first().textContent();
    String last = page.locator("footer.foot p").textContent().strip().substring(0, 5);
    assertThat(text).contains(first).contains(last);
    return text.substring(text.indexOf(first), text.lastIndexOf(last));
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  /**
   * Figures that fell, closures that did not hold, suggestions and promises that came to nothing.
   */
  @Test
  void theTalkMeetingHearsOfFailuresFirst() {
    Content talk = journal.latest(TALK.id()).orElseThrow().content();
    assertThat(keys(talk, "talk-worst")).containsExactly("O03", "M04");
    assertThat(keys(talk, "talk-reopened")).containsExactly("came-back");
    assertThat(keys(talk, "talk-suggestions")).containsExactly("no-effect", "as-promised");
    assertThat(keys(talk, "talk-promises"))
        .containsExactly("milestone milestone-02", "decision came-back", "milestone milestone-03");
  }

  private static List<String> keys(Content content, String section) {
    return content.section(section).orElseThrow().lines().stream().map(Section.Line::key).toList();
  }

  private static void lessons(ClickHouseClient writer) {
    String root = city.model().root().orElseThrow().areaId();
    Rows values = new Rows("indicator_periods");
    value(values, root, "O03", 20, 30);
    value(values, root, "M04", 90, 80);
    value(values, root, "S02", 80, 90);
    value(values, root, "O12", 50, 40);
    values.into(writer);
    new Rows("events")
        .add(
            "source", "urn:test",
            "id", "came-back",
            "type", "cn.grid.case.reopened",
            "subject", "came-back",
            "occurred_at", Instant.parse("2026-02-14T02:00:00Z"))
        .into(writer);
    Rows measures = new Rows("suggested_measures");
    measure(measures, "as-promised", -6, "2026-02-20");
    measure(measures, "no-effect", 1, "2026-02-25");
    measure(measures, "measured-before", 1, "2026-01-31");
    measures.into(writer);
    new Rows("conference_actions")
        .add(
            "case_id", "came-back",
            "action_id", "decided",
            "action", "decide",
            "unit", "绿化所",
            "comment", "月底前清理",
            "actor", "街道",
            "acted_at", Instant.parse("2026-01-15T02:00:00Z"))
        .into(writer);
  }

  private static void value(Rows rows, String area, String indicator, double then, double now) {
    for (String month : List.of("2026-01-01", "2026-02-01")) {
      double value = month.startsWith("2026-01") ? then : now;
      rows.add(
          "area_id", area,
          "indicator", indicator,
          "period", "month",
          "period_start", month,
          "numerator", value,
          "denominator", 100,
          "value", value,
          "state", "measured",
          "data_as_of", RealisticCity.NOW);
    }
  }

  private static void measure(Rows rows, String id, double effect, String measured) {
    rows.add(
        "measure_id",
        id,
        "kind",
        "extra-patrol",
        "area_id",
        "xq-s01",
        "evidence",
        List.of("x"),
        "expected",
        -5,
        "expected_lower",
        -8,
        "expected_upper",
        -2,
        "first_day",
        "2026-01-01",
        "last_day",
        "2026-01-02",
        "measured_on",
        measured,
        "observed",
        3,
        "effect",
        effect,
        "effect_lower",
        effect - 2,
        "effect_upper",
        effect + 2);
  }

  /** Without blanks, also those that keep a number together: a document breaks lines elsewhere. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00a0]", "");
  }

  @Test
  void aPortraitIsPrinted() throws Exception {
    try (PDDocument document =
        Loader.loadPDF(bytes("/grid/xq-s01.pdf?lang=zh-CN", "application/pdf"))) {
      String text = new PDFTextStripper().getText(document);
      assertThat(document.getNumberOfPages()).isBetween(2, 8);
      assertThat(text)
          .contains(city.model().areaName("xq-s01", Language.CHINESE))
          .doesNotContain("〓");
    }
  }

  @Test
  void twoEditorsLoseNothingAndPublishedFiguresStay() throws Exception {
    String id = DAY.id();
    int number = journal.latest(id).orElseThrow().number();
    assertThat(edit(id, "editor-one-0001", number, "Desk 1", "First\u0001words").statusCode())
        .isEqualTo(303);
    assertThat(edit(id, "editor-one-0001", number, "Desk 1", "First words").statusCode())
        .isEqualTo(303);
    HttpResponse<String> refused = edit(id, "editor-two-0001", number, "Desk 2", "Other words");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Desk 1 saved an edition after you opened")
        .contains("Other words")
        .contains("First words");
    Edition edited = journal.latest(id).orElseThrow();
    assertThat(edited.text().opening()).isEqualTo("First words");
    assertThat(edited.state()).isEqualTo(BulletinState.EDITED);
    assertThat(publish(id, "publish-000001", number).statusCode()).isEqualTo(409);
    assertThat(publish(id, "publish-000002", edited.number()).statusCode()).isEqualTo(303);
    Edition published = journal.latest(id).orElseThrow();
    assertThat(edit(id, "editor-two-0002", published.number(), "Desk 2", "x").statusCode())
        .isEqualTo(409);
    lateCase();
    assertThat(press.draft(DAY)).isTrue();
    Edition restated = journal.latest(id).orElseThrow();
    assertThat(restated.state()).isEqualTo(BulletinState.RESTATED);
    assertThat(restated.differences()).isNotEmpty();
    assertThat(restated.text()).isEqualTo(published.text());
    assertThat(journal.edition(id, published.number()).orElseThrow().content())
        .isEqualTo(published.content());
    assertThat(get("/bulletin/" + id + "?lang=en").body())
        .contains("id=\"changes\"")
        .contains("Cases reported");
  }

  private static void lateCase() {
    press
        .tables()
        .insert(
            "cases",
            List.of(
                Map.of(
                    "case_id",
                    "late-case",
                    "category",
                    "street-order/parking",
                    "grid",
                    "xq-s01",
                    "stage",
                    "reported",
                    "reported_at",
                    DAY.from(city.moment().zone()).plusSeconds(3_600),
                    "updated_at",
                    DAY.from(city.moment().zone()),
                    "recorded_at",
                    RealisticCity.NOW,
                    "version",
                    1)));
  }

  @Test
  void anotherSiteWritesNothing() throws Exception {
    HttpRequest.Builder request =
        form("/bulletin/" + WEEK.id() + "/editions", Map.of("actor", "x"))
            .header("Sec-Fetch-Site", "cross-site");
    assertThat(send(request).statusCode()).isEqualTo(403);
    assertThat(get("/bulletin/week-2026-03-17").statusCode()).isEqualTo(404);
    assertThat(get("/bulletin/nothing.pdf").statusCode()).isEqualTo(404);
  }

  private static final int CLICKS = 3;
  private static final int ALIKE = 3;
  private static final int TRIED = 12;

  /**
   * Every page of a mechanism that is there, by the table in the README of datasets, is reached
   * from the top bar by following at most three links of the pages themselves.
   */
  @Test
  void everyMechanismIsThreeClicksFromTheTopBarAtMost() throws Exception {
    Set<String> wanted = pagesOfMechanisms();
    assertThat(wanted).hasSizeGreaterThan(20);
    try (Browsing browsing = new Browsing()) {
      for (String language : List.of("zh-CN", "en")) {
        Page page = browsing.page(1280, 900);
        page.navigate(address("/bulletins?lang=" + language));
        List<String> bar = links(page, "/bulletins", "header.top nav a").orElseThrow();
        assertThat(bar).hasSizeGreaterThan(10);
        assertThat(reached(page, bar)).as(language).containsAll(wanted);
        page.context().close();
      }
    }
  }

  /** Routes that answer 200, some pages of each, by at most so many clicks from these. */
  private static Set<String> reached(Page page, List<String> start) {
    Map<String, Integer> tried = new HashMap<>();
    Map<String, Integer> opened = new HashMap<>();
    List<String> at = start;
    for (int click = 1; click <= CLICKS; click++) {
      List<String> next = new ArrayList<>();
      for (String path : at) {
        String route = route(path);
        int enough = route.endsWith(".pdf") ? 1 : ALIKE;
        if (opened.getOrDefault(route, 0) < enough && tried.merge(route, 1, Integer::sum) < TRIED) {
          Optional<List<String>> links = links(page, path, "a[href^='/']");
          links.ifPresent(next::addAll);
          links.ifPresent(found -> opened.merge(route, 1, Integer::sum));
        }
      }
      at = next.stream().distinct().toList();
    }
    return opened.keySet();
  }

  /** A document has the rights of its page, whose row may come first. */
  private static String route(String path) {
    String plain = path.split("\\?", 2)[0];
    String route = RouteTable.find("GET", plain).orElseThrow().row().path();
    return plain.endsWith(".pdf") && !route.endsWith(".pdf") ? route + ".pdf" : route;
  }

  private static Set<String> pagesOfMechanisms() throws Exception {
    String readme = Files.readString(Path.of("..", "datasets", "README.md"));
    Set<String> pages = new TreeSet<>();
    readme
        .lines()
        .filter(line -> line.endsWith("| there |"))
        .forEach(
            line ->
                Pattern.compile("`(/[^`]*)`")
                    .matcher(line)
                    .results()
                    .forEach(found -> pages.add(found.group(1))));
    return pages;
  }

  /** What the links of a page lead to, none of a document; empty when it does not answer 200. */
  @SuppressWarnings("unchecked")
  private static Optional<List<String>> links(Page page, String path, String selector) {
    Map<String, Object> answer =
        (Map<String, Object>)
            page.evaluate(
                """
                async ([path, selector]) => {
                  const answer = await fetch(path);
                  const html = (answer.headers.get('content-type') || '').includes('html');
                  const found = html
                    ? new DOMParser().parseFromString(await answer.text(), 'text/html')
                    : new Document();
                  const links = [...found.querySelectorAll(selector)];
                  return {
                    status: answer.status,
                    links: links.map(link => link.getAttribute('href').split('#')[0])
                  };
                }
                """,
                List.of(path, selector));
    return answer.get("status").equals(200)
        ? Optional.of((List<String>) answer.get("links"))
        : Optional.empty();
  }

  @Test
  void pagesThatExplainHaveEveryIndicatorAndTerm() throws Exception {
    String indicators = get("/indicators?lang=en").body();
    assertThat(indicators).contains("id=\"M04\"").contains("id=\"O12\"");
    assertThat(get("/glossary?lang=zh-CN").body()).contains("id=\"restatement\"").contains("应结案");
    assertThat(get("/about?lang=en").body()).contains("never averaged");
  }

  private static HttpResponse<String> edit(
      String id, String step, int number, String actor, String opening) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("edition_id", step);
    fields.put("based_on", String.valueOf(number));
    fields.put("actor", actor);
    fields.put("opening", opening);
    fields.put("note.figures", "A note");
    return send(
        form("/bulletin/" + id + "/editions?lang=en", fields)
            .header("Sec-Fetch-Site", "same-origin"));
  }

  private static HttpResponse<String> publish(String id, String step, int number) throws Exception {
    Map<String, String> fields =
        Map.of("edition_id", step, "based_on", String.valueOf(number), "actor", "Head of desk");
    return send(
        form("/bulletin/" + id + "/publication?lang=en", fields)
            .header("Sec-Fetch-Site", "same-origin"));
  }

  private static HttpRequest.Builder form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(address(path)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static PDDocument document(String id, String language) throws Exception {
    return Loader.loadPDF(bytes("/bulletin/" + id + ".pdf?lang=" + language, "application/pdf"));
  }

  private static byte[] bytes(String path, String type) throws Exception {
    HttpResponse<byte[]> got =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address(path))).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().firstValue("Content-Type")).contains(type);
    return got.body();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address(path))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + dashboard.port() + path;
  }
}

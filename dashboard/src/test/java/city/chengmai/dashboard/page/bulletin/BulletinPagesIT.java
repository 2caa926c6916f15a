package city.chengmai.dashboard.page.bulletin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.bulletin.BulletinJournal;
import city.chengmai.dashboard.bulletin.BulletinState;
import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.bulletin.Period;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.PressRoom;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bulletins over a real store: made, written into by two people, published, restated, printed. */
class BulletinPagesIT {

  private static final Period WEEK = PressRoom.WEEK;
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

  @Test
  void thePageAndItsDocumentTellTheSameFiguresInBothLanguages() throws Exception {
    try (Browsing browsing = new Browsing()) {
      for (String language : List.of("zh-CN", "en")) {
        Page page = browsing.page(390, 844);
        page.navigate(address("/bulletin/" + WEEK.id() + "?lang=" + language));
        assertThat(page.locator(".bulletin-section")).hasCount(15);
        Object wider = page.evaluate("document.documentElement.scrollWidth > innerWidth");
        assertThat(wider).isEqualTo(false);
        List<String> figures = page.locator(".bulletin-section td.figure .cell").allTextContents();
        assertThat(figures).hasSizeGreaterThan(100);
        try (PDDocument document = document(WEEK.id(), language)) {
          assertThat(document.getNumberOfPages()).isBetween(3, 12);
          String text = new PDFTextStripper().getText(document);
          String flat = text.replaceAll("\\s", "");
          assertThat(figures)
              .allSatisfy(one -> assertThat(flat).contains(one.replaceAll("\\s", "")));
          assertThat(flat).doesNotContain("〓").doesNotContain("#");
          page.locator(".bulletin-section h2")
              .allTextContents()
              .forEach(one -> assertThat(flat).contains(one.replaceAll("\\s", "")));
        }
        page.close();
      }
    }
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

package city.chengmai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defects that public implementations of these indicators have, as they would show in answers. */
class KnownDefectsIT {

  private static final String GRID = "xq-s02";
  private static final String WINDOW = "2026-02-19T00:00:00+08:00/2026-03-21T00:00:00+08:00";
  private static final List<String> PAGES =
      List.of(
          "/grids",
          "/compare",
          "/explore",
          "/explore/cases",
          "/grid/" + GRID,
          "/grid/" + RealisticCity.QUIET_GRID,
          "/grid/" + GRID + "/indicator/M04",
          "/grid/" + GRID + "/indicator/O03",
          "/grid/" + GRID + "/behind/S01",
          "/campaigns",
          "/measures",
          "/visits",
          "/mechanisms",
          "/mechanism/004-20",
          "/sites",
          "/inspections",
          "/response",
          "/pool",
          "/special/expo",
          "/wall/panel/figures");
  private static final Pattern NAMED =
      Pattern.compile("data-indicator=\"([A-Z]\\d\\d)\"[^>]*>([^<]*)<");
  private static final Pattern ECHO = Pattern.compile("data-window=\"([^\"/]+)/([^\"]+)\"");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Dashboard dashboard;

  @BeforeAll
  static void start() throws Exception {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    dashboard =
        Dashboard.start(
            new Settings(
                Map.of(
                    "dashboard.http-port",
                    "0",
                    "dashboard.wall-refresh-milliseconds",
                    "200",
                    "city.clock",
                    "fixed:" + RealisticCity.NOW),
                engine.environment()));
    while (get("/wall/panel/figures").statusCode() != 200) {
      Thread.sleep(50);
    }
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    engine.close();
  }

  /** Every page that gives a value says from when to when, and begins before it ends. */
  @Test
  void everyPageEchoesTheWindowOfItsValues_d5() throws Exception {
    for (String page : PAGES) {
      List<MatchResult> echoes = ECHO.matcher(get(page).body()).results().toList();
      assertThat(echoes).as(page).isNotEmpty();
      for (MatchResult echo : echoes) {
        OffsetDateTime start = OffsetDateTime.parse(echo.group(1));
        assertThat(start).as(page).isBefore(OffsetDateTime.parse(echo.group(2)));
        assertThat(start.toLocalTime()).as(page).hasToString("00:00");
      }
    }
  }

  @Test
  void thirtyDaysEndWithTheBeginningOfTheNextDay_d5() throws Exception {
    for (String page : List.of("/grid/" + GRID, "/grid/" + GRID + "/indicator/M04", "/grids")) {
      assertThat(get(page).body()).as(page).contains("data-window=\"" + WINDOW + "\"");
    }
    assertThat(get("/wall/panel/figures").body()).contains("data-window=\"" + WINDOW + "\"");
  }

  @Test
  void everyValueForProgramsHasItsWindow_d5() throws Exception {
    JsonNode portrait = new ObjectMapper().readTree(get("/api/grid/" + GRID).body());
    assertWindow(portrait);
    int values = 0;
    for (String part : List.of("scores", "indicators", "contributions", "standings", "changes")) {
      for (JsonNode value : portrait.get(part)) {
        assertWindow(value);
        values++;
      }
    }
    assertThat(values).isGreaterThan(100);
  }

  private static void assertWindow(JsonNode value) {
    String start = value.path("window").path("start").asText();
    String end = value.path("window").path("end").asText();
    assertThat(start + "/" + end).as(value.toString()).isEqualTo(WINDOW);
    assertThat(Duration.between(OffsetDateTime.parse(start), OffsetDateTime.parse(end)).toDays())
        .isEqualTo(30);
  }

  @Test
  void drawingsSayWhichDaysTheyAreOf_d5() throws Exception {
    for (String page : List.of("/grid/" + GRID, "/grid/" + GRID + "/indicator/M04")) {
      assertThat(get(page + "?lang=en").body())
          .as(page)
          .containsPattern("<desc[^>]*>30 days to 20 March 2026: ");
    }
  }

  /** The name beside a value is the one of the catalogue, in both languages, on every page. */
  @Test
  void everyNameOfAnIndicatorIsTheOneOfTheCatalogue_d7() throws Exception {
    Catalogue catalogue = Catalogue.bundled();
    List<String> seen = new ArrayList<>();
    for (String page : PAGES) {
      for (String language : List.of("zh-CN", "en")) {
        String parameter = page.startsWith("/wall") ? "?language=" : "?lang=";
        for (MatchResult named :
            NAMED.matcher(get(page + parameter + language).body()).results().toList()) {
          Indicator indicator = catalogue.indicator(named.group(1));
          String name = language.equals("en") ? indicator.name().en() : indicator.name().zh();
          assertThat(named.group(2)).as(page + " " + indicator.id()).contains(name);
          seen.add(indicator.id());
        }
      }
    }
    assertThat(seen)
        .containsAll(
            catalogue.indicators().stream()
                .map(Indicator::id)
                .filter(id -> applies(catalogue, id))
                .toList());
  }

  /** The portrait of a street-front grid names those that are meant for it. */
  private static boolean applies(Catalogue catalogue, String id) {
    return catalogue.indicator(id).gridTypes().contains("S");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + dashboard.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}

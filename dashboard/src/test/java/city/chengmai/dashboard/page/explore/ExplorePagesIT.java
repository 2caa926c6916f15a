package city.chengmai.dashboard.page.explore;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of choices show, against statements of the test's own on the same store. */
class ExplorePagesIT {

  private static final Pattern ROW = Pattern.compile("(?s)<tr[^>]* data-key=\"([^\"]*)\">.*?</tr>");
  private static final Pattern COUNT = Pattern.compile("<b>([^<]*)</b>");
  private static final Pattern CASE = Pattern.compile("href=\"/case/([^\"]+)\"");
  private static final String DAYS =
      " reported_at >= toDateTime64('2026-02-19 00:00:00', 3, 'Asia/Shanghai')"
          + " AND reported_at < toDateTime64('2026-03-20 10:30:00', 3, 'Asia/Shanghai')";

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient writer;
  private static Dashboard dashboard;

  @BeforeAll
  static void start() throws Exception {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    writer = new ClickHouseClient(engine.writer());
    // Of a grid that is laid over others, and of one that is no longer drawn.
    copy("'xq-w01' AS overlay_grid", "over");
    copy("'xq-gone' AS grid", "gone");
    new Rows("indicator_30d")
        .add(
            "area_id",
            "xq-s01",
            "indicator",
            "M04",
            "day",
            "2025-03-20",
            "numerator",
            1,
            "denominator",
            4,
            "value",
            25,
            "state",
            "measured",
            "data_as_of",
            RealisticCity.NOW)
        .into(writer);
    new Rows("restatements")
        .add(
            "area_id", "xq-s01",
            "measure", "M04",
            "period", "day",
            "day", "2026-03-01",
            "old_value", 81.5,
            "old_state", "measured",
            "new_value", 79.25,
            "new_state", "measured",
            "reason", "late-data",
            "restated_at", RealisticCity.NOW.minusSeconds(3_600))
        .into(writer);
    dashboard =
        Dashboard.start(
            new Settings(
                Map.of(
                    "dashboard.http-port", "0",
                    "dashboard.bulletins", "",
                    "city.clock", "fixed:" + RealisticCity.NOW),
                engine.environment()));
    while (!get("/grids").body().contains("/grid/xq-s01")) {
      Thread.sleep(50);
    }
  }

  private static void copy(String property, String suffix) {
    writer.execute(
        "INSERT INTO cases SELECT * REPLACE (concat(case_id, '-%s') AS case_id, %s)"
                .formatted(suffix, property)
            + " FROM cases FINAL WHERE"
            + DAYS
            + " ORDER BY case_id LIMIT 3");
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    writer.close();
    engine.close();
  }

  /** By every property the groups are those that the store counts, and add up to all. */
  @Test
  void groupsOfCasesAreThoseOfTheStore() throws Exception {
    String all = writer.scalar("SELECT count() FROM cases FINAL WHERE" + DAYS);
    assertThat(Integer.parseInt(all)).isGreaterThan(100);
    Map<String, String> columns =
        Map.of(
            "grid", "grid",
            "category", "category",
            "channel", "channel",
            "unit", "unit",
            "stage", "stage",
            "day", "toString(toDate(reported_at, 'Asia/Shanghai'))",
            "weekday", "toString(toDayOfWeek(toTimeZone(reported_at, 'Asia/Shanghai')))",
            "hour", "formatDateTime(reported_at, '%H', 'Asia/Shanghai')");
    for (Map.Entry<String, String> column : columns.entrySet()) {
      Map<String, Integer> shown = groups("/explore/cases?split=" + column.getKey());
      assertThat(shown.remove("*")).isEqualTo(Integer.parseInt(all));
      shown.values().removeIf(count -> count == 0);
      assertThat(shown).as(column.getKey()).isEqualTo(stored(column.getValue(), "1"));
    }
  }

  @Test
  void aGridLaidOverOthersHasItsCases() throws Exception {
    String stored =
        writer.scalar("SELECT count() FROM cases FINAL WHERE overlay_grid = 'xq-w01' AND" + DAYS);
    assertThat(stored).isNotEqualTo("0");
    assertThat(groups("/explore/cases?area=xq-w01&split=category").get("*"))
        .isEqualTo(Integer.parseInt(stored));
  }

  @Test
  void aDayThatNoCalendarReachesIsRefusedWithTheParameter() throws Exception {
    HttpResponse<String> answer = get("/explore/cases?to=%2B999999999-12-31");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("2026-03-18");
  }

  /** The same properties in another order lead to the same cases, which are listed. */
  @Test
  void theOrderOfChoicesDoesNotMatter() throws Exception {
    String where = "channel = 'patrol' AND unit = '城管中队'";
    Map<String, Integer> expected = stored("category", where);
    assertThat(expected).isNotEmpty();
    String one =
        "/explore/cases?split=category&channel=patrol&unit=%E5%9F%8E%E7%AE%A1%E4%B8%AD%E9%98%9F";
    String other =
        "/explore/cases?split=category&unit=%E5%9F%8E%E7%AE%A1%E4%B8%AD%E9%98%9F&channel=patrol";
    for (String path : List.of(one, other)) {
      Map<String, Integer> shown = groups(path);
      shown.remove("*");
      assertThat(shown).isEqualTo(expected);
    }
    String category = expected.keySet().iterator().next();
    String listed = get(one.replace("split=category", "list=1") + "&category=" + category).body();
    assertThat(CASE.matcher(listed).results().map(found -> found.group(1)).toList())
        .hasSize(expected.get(category));
  }

  @Test
  void indicatorsAreThoseOfTheStore() throws Exception {
    String value =
        writer.scalar(
            "SELECT toString(round(value, 1)) FROM indicator_30d FINAL WHERE area_id = 'xq-s01' AND"
                + " indicator = 'M04' ORDER BY day DESC LIMIT 1");
    String parent = writer.scalar("SELECT parent_id FROM areas FINAL WHERE area_id = 'xq-s01'");
    String areas = get("/explore?lang=en&indicator=M04&area=" + parent).body();
    assertThat(row(areas, "xq-s01")).contains("<b>" + value);
    String course = get("/explore?lang=en&indicator=M04&area=xq-s01&split=time").body();
    assertThat(row(course, "2026-03-20")).contains("<b>" + value);
    assertThat(row(course, "2025-03-20")).contains("<b>25.0%").contains("1 / 4");
    assertThat(get("/grid/xq-s01/indicator/M04?lang=en").body()).contains("Change on the year");
    assertThat(get("/grid/xq-s01?lang=en").body()).contains("on the year");
    assertThat(get("/grid/xq-s02?lang=en").body()).doesNotContain("on the year");
  }

  @Test
  void gridsStandSideBySideAsOnTheirPortraits() throws Exception {
    String both = get("/compare?lang=en&grid=xq-s01&grid=xq-s02").body();
    for (String grid : List.of("xq-s01", "xq-s02")) {
      String score =
          writer.scalar(
              "SELECT toString(round(score, 1)) FROM portraits FINAL WHERE dimension = 'overall'"
                  + " AND area_id = '"
                  + grid
                  + "' ORDER BY day DESC LIMIT 1");
      assertThat(both).contains("<b>" + score + "</b>");
    }
    assertThat(get("/compare?grid=xq-s01&grid=nothing").statusCode()).isEqualTo(404);
    assertThat(get("/compare?lang=en").body()).contains("Choose two or more grids");
  }

  @Test
  void theLogTellsEveryCorrection() throws Exception {
    String all = get("/restatements?lang=en").body();
    assertThat(all).contains("81.5%").contains("79.3%").contains("/grid/xq-s01");
    assertThat(get("/restatements?lang=en&area=xq-s01&measure=M04").body()).contains("81.5%");
    assertThat(get("/restatements?lang=en&area=xq-s02").body()).doesNotContain("81.5%");
    assertThat(get("/restatements?lang=en&measure=M02").body()).doesNotContain("81.5%");
  }

  @Test
  void whatCannotBeChosenIsSaid() throws Exception {
    assertThat(get("/explore?indicator=X99").statusCode()).isEqualTo(404);
    assertThat(get("/explore?area=nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/explore?period=fortnight").statusCode()).isEqualTo(400);
    assertThat(get("/explore?lang=en&period=fortnight").body()).contains("quarter");
    assertThat(get("/explore/cases?split=colour").statusCode()).isEqualTo(400);
    assertThat(get("/explore/cases?from=2026-03-02&to=2026-03-01").statusCode()).isEqualTo(400);
    assertThat(get("/explore/cases?from=yesterday").statusCode()).isEqualTo(400);
    assertThat(get("/restatements?page=0").statusCode()).isEqualTo(400);
  }

  private static Map<String, Integer> stored(String column, String where) {
    return writer
        .rows(
            ClickHouseQuery.of(
                "SELECT "
                    + column
                    + " AS key, toUInt32(count()) AS cases FROM cases FINAL WHERE"
                    + DAYS
                    + " AND "
                    + where
                    + " GROUP BY key"))
        .stream()
        .collect(Collectors.toMap(row -> row.get("key").asText(), row -> row.get("cases").asInt()));
  }

  private static Map<String, Integer> groups(String path) throws Exception {
    Map<String, Integer> groups = new LinkedHashMap<>();
    for (MatchResult row : ROW.matcher(get(path).body()).results().toList()) {
      Matcher count = COUNT.matcher(row.group());
      assertThat(count.find()).as(row.group()).isTrue();
      groups.put(unescaped(row.group(1)), Integer.parseInt(count.group(1).replaceAll("\\D", "")));
    }
    return groups;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'");
  }

  private static String row(String page, String key) {
    return ROW.matcher(page)
        .results()
        .filter(row -> row.group(1).equals(key))
        .map(row -> row.group())
        .findFirst()
        .orElse("no row " + key);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + dashboard.port() + path))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

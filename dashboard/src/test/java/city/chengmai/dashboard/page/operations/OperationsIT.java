package city.chengmai.dashboard.page.operations;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.DashboardMain;
import city.chengmai.dashboard.fixture.People.Browser;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.health.Place;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.health.HealthServer;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.settings.Settings;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the installation says of itself while the store answers and after it was stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {

  private static final Instant SINCE = Instant.parse("2026-03-20T01:00:00Z");
  private static final List<PartState> INGEST =
      List.of(
          new PartState("topology", Health.UP, SINCE).with("behind", 7),
          new PartState(
                  "sink", Health.degraded("ClickHouse refuses").because("store-refused"), SINCE)
              .with("behind", 41_120),
          new PartState("disk", Health.UP, SINCE)
              .with("free", 30_000_000_000L)
              .with("total", 120_000_000_000L));

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static HealthServer ingest;
  private static Dashboard dashboard;
  private static Browser browser;
  private static boolean stopped;

  @BeforeAll
  static void start() throws Exception {
    engine = EmbeddedClickHouse.startMigrated(data);
    // The installation is looked at, not the city.
    RealisticCity.report(engine.writer(), "case-1");
    ingest =
        new HealthServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            () -> INGEST,
            () -> Health.UP,
            () -> "");
    Settings settings =
        new Settings(
            Map.of(
                "dashboard.http-port", "0",
                "dashboard.schedules", "false",
                "dashboard.bulletins", "",
                "dashboard.ingest-health-url", "http://127.0.0.1:" + ingest.port() + "/health",
                "dashboard.analytics-health-url", "http://127.0.0.1:1/health",
                "city.clock", "fixed:" + RealisticCity.NOW),
            engine.environment());
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      writer.execute(
          "INSERT INTO disk_room SELECT '%s', 'data',".formatted(Place.here(ingest.port()))
              + " now64(3) - toIntervalHour(72 - number), 30000000000 + (72 - number) * 100000000,"
              + " 120000000000, number FROM numbers(72)");
      writer.execute(
          "INSERT INTO job_runs (run_id, job, state, started_at, finished_at, rows, message,"
              + " version) SELECT toString(number), 'portraits', if(number = 3, 'failed', 'done'),"
              + " now64(3) - toIntervalMinute(60 - 10 * number) AS at,"
              + " at + toIntervalSecond(if(number = 4, 50, 20)), 12, '', 2 FROM numbers(5)");
    }
    // Slow enough to stand before whatever filled the store.
    try (ClickHouseClient reader = new ClickHouseClient(engine.reader());
        ClickHouseClient analyst = new ClickHouseClient(engine.analyst())) {
      assertThat(reader.scalar("SELECT 'secret-4711', sleep(0.7)")).isEqualTo("secret-4711");
      assertThat(analyst.scalar("SELECT 'secret-4711', sleep(0.7)")).isEqualTo("secret-4711");
    }
    dashboard = Dashboard.start(settings);
    browser = new Browser("http://127.0.0.1:" + dashboard.port(), "", "");
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    ingest.close();
    if (!stopped) {
      engine.close();
    }
  }

  @Test
  @Order(1)
  void theBoardTellsWhatIsKnown() throws Exception {
    String page = page();
    // The log of the store is written in rounds, and one may end between the two statements.
    for (int i = 0; i < 200 && !page.contains(">analysts<"); i++) {
      Thread.sleep(100);
      page = page();
    }
    assertThat(section(page, "statements"))
        .contains("sleep(?)", "analysts", "pages")
        .doesNotContain("4711");
    assertThat(section(page, "ingest"))
        .contains("41\u00a0120")
        .contains("ClickHouse answers and refuses");
    assertThat(section(page, "parts")).contains("Its part “Writing to ClickHouse” is disturbed");
    assertThat(section(page, "analytics"))
        .contains("It does not answer")
        .contains("portraits", "50 s", "20 s", "1 of 5");
    assertThat(section(page, "disks"))
        .as("2.4 GB a day of the last 30; of the store's disk nothing is known yet")
        .contains("+2.4 GB", ">12 d<", "Database, disk default")
        .contains("25.0%", "30.0 GB", "120.0 GB");
    assertThat(section(page, "tables")).contains("All tables", "cases");
    assertThat(section(page, "memory"))
        .as("an embedded server is not asked what its system says")
        .contains("ClickHouse (of the machine; what it counts", "This dashboard")
        .contains(" MB");
    assertThat(browser.get("/operations?lang=zh-CN").body()).contains("运行自检", "写入 ClickHouse");
  }

  @Test
  @Order(2)
  void aDisturbedServiceIsADegradedDashboard() {
    JsonObject health = new JsonObject(browser.get("/health").body());
    assertThat(health.getString("status")).isEqualTo("degraded");
    JsonObject parts = health.getJsonObject("parts");
    assertThat(parts.getJsonObject("store").getString("state")).isEqualTo("up");
    assertThat(parts.getJsonObject("ingest").getString("code")).isEqualTo("service-part-degraded");
    assertThat(parts.getJsonObject("analytics").getString("state")).isEqualTo("up");
    assertThat(parts.getJsonObject("analytics").getString("code")).isEqualTo("not-following");
    assertThat(parts.getJsonObject("watch").getString("state")).isEqualTo("up");
    assertThat(parts.getJsonObject("disk").getLong("total")).isPositive();
    assertThat(browser.get("/ready").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(3)
  void whatTheStoreRefusesIsUnknownAndAllElseIsTold() throws Exception {
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      admin.execute("RENAME TABLE job_runs TO job_runs_aside");
      try {
        String page = page();
        assertThat(section(page, "analytics"))
            .contains("Nobody can say: ClickHouse has no such table", "job_runs")
            .doesNotContain("No job has run yet");
        assertThat(section(page, "statements")).contains("sleep(?)");
        assertThat(section(page, "tables")).contains("All tables");
        assertThat(section(page, "disks")).contains("+2.4 GB").doesNotContain("Nobody can say");
        assertThat(section(page, "memory")).contains("ClickHouse (of the machine");
        assertThat(page).doesNotContain("id=\"away\"");
        for (int i = 0; i < 200 && !part("analytics").getString("code").equals("unasked"); i++) {
          Thread.sleep(100);
        }
        assertThat(part("analytics").getString("code")).isEqualTo("unasked");
        assertThat(part("analytics").getString("state")).isEqualTo("degraded");
        assertThat(browser.get("/ready").statusCode()).isEqualTo(200);
      } finally {
        admin.execute("RENAME TABLE job_runs_aside TO job_runs");
      }
    }
    assertThat(section(page(), "analytics")).contains("portraits").doesNotContain("Nobody can say");
  }

  private static JsonObject part(String name) {
    return new JsonObject(browser.get("/health").body()).getJsonObject("parts").getJsonObject(name);
  }

  @Test
  @Order(4)
  void withoutTheStoreItSaysSoAndKeepsWhatIsKnown() {
    engine.close();
    stopped = true;
    assertThat(browser.get("/health").statusCode()).isEqualTo(503);
    JsonObject health = new JsonObject(browser.get("/health").body());
    assertThat(health.getString("status")).isEqualTo("down");
    assertThat(health.getJsonObject("parts").getJsonObject("store").getString("code"))
        .isEqualTo("store-unavailable");
    assertThat(browser.get("/ready").statusCode()).isEqualTo(503);
    String page = page();
    assertThat(page).contains("id=\"away\"", "ClickHouse does not answer");
    assertThat(section(page, "ingest")).contains("41\u00a0120");
    assertThat(section(page, "disks")).contains("30.0 GB").doesNotContain("2.4 GB");
    assertThat(page).doesNotContain("id=\"statements\"", "id=\"tables\"");
    assertThat(section(page, "memory")).contains("This dashboard").doesNotContain("of the machine");
  }

  @Test
  @Order(5)
  void aProcessThatIsToldSoWritesItsLogAsObjects(@TempDir Path aside) throws Exception {
    Path said = aside.resolve("said");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DashboardMain.class.getName(),
            "serve",
            "--set",
            "dashboard.http-port=0");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(said.toFile());
    builder.environment().putAll(engine.environment());
    builder.environment().put("LOG_FORMAT", "json");
    Process process = builder.start();
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      JsonObject line = new JsonObject(lines.readLine());
      while (!line.getString("loggerName").endsWith("BulletinRounds")) {
        line = new JsonObject(lines.readLine());
      }
      assertThat(line.getString("level")).isEqualTo("WARN");
      assertThat(line.getString("formattedMessage")).startsWith("writing bulletins failed");
      assertThat(line.getLong("timestamp")).isPositive();
    } finally {
      process.destroyForcibly().onExit().join();
    }
    assertThat(Files.readAllLines(said)).allMatch(line -> line.startsWith("ready dashboard http"));
  }

  private static String page() {
    assertThat(browser.get("/operations?lang=en").statusCode()).isEqualTo(200);
    return browser.get("/operations?lang=en").body();
  }

  private static String section(String page, String id) {
    int from = page.indexOf("id=\"" + id + "\"");
    assertThat(from).as(id).isPositive();
    return page.substring(from, page.indexOf("</section>", from));
  }
}

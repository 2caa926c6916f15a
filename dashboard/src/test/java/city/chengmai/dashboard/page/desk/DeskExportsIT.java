package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.http.DashboardServer;
import city.chengmai.dashboard.http.NavigationEntry;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.ServerAddress;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskExportsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static EmbeddedClickHouse engine;
  private static CuttingProxy network;
  private static Vertx vertx;
  private static Workers workers;
  private static DeskRoutes desk;
  private static DashboardServer server;

  @BeforeAll
  static void start() throws IOException {
    engine = EmbeddedClickHouse.startMigrated(directory);
    network = new CuttingProxy(engine.analyst().url());
    vertx = Vertx.vertx();
    workers = new Workers(vertx, 4);
    Pages pages =
        new Pages(
            workers,
            InstantSource.system(),
            () -> new CityFacts("澄江", "Chengjiang", ZoneId.of("Asia/Shanghai"), Optional.empty()),
            List.of(new NavigationEntry("navigation.desk", "/desk")));
    Settings settings =
        new Settings(Map.of("clickhouse.url", network.url().toString()), engine.environment());
    desk = DeskRoutes.of(settings, workers, pages);
    server = DashboardServer.start(vertx, new ServerAddress("127.0.0.1", 0), pages, List.of(desk));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    desk.close();
    workers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    network.close();
    engine.close();
  }

  @Test
  void rowsComeAsCsvThatSpreadsheetsReadRightly() throws Exception {
    HttpResponse<String> answer =
        export("SELECT '城, \"x\"' AS name, '=1+1' AS formula, -2 AS n, NULL AS nothing");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo("\uFEFFname,formula,n,nothing\r\n\"城, \"\"x\"\"\",'=1+1,-2,\r\n");
  }

  @Test
  void aLargeExportIsWhole() throws Exception {
    HttpResponse<String> answer =
        export("SELECT number, repeat('x', 100) AS text FROM numbers(50000)");
    assertThat(answer.body().lines()).hasSize(50_001).last().asString().startsWith("49999,x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT file('/etc/hostname')",
        "EXPLAIN SELECT file('/etc/hostname')",
        "SELECT * APPLY(file) FROM (SELECT '/etc/hostname')"
      })
  void aFunctionThatReadsFilesIsRefused(String statement) throws Exception {
    HttpResponse<String> answer = export(statement);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("file() reads or writes outside the database");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void moreRowsThanAnExportHoldsAreRefusedBeforehandAndTheCapNamed() throws Exception {
    HttpResponse<String> most = export("SELECT 1 FROM numbers(1048575)");
    assertThat(most.body().lines()).hasSize(1_048_576);
    HttpResponse<String> more = export("SELECT 1 FROM numbers(1048576)");
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(more.body()).contains("at most 1048575 rows");
  }

  @Test
  void aFaultOfALateRowIsRefusedBeforehand() throws Exception {
    HttpResponse<String> answer =
        export("SELECT throwIf(number = 900000), repeat('x', 20) FROM numbers(1000000)");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void anExportThatBreaksOffDoesNotLookWhole() {
    network.cutAfter(2_000_000);
    try {
      assertThatThrownBy(() -> export("SELECT number, repeat('x', 100) FROM numbers(50000)"))
          .isInstanceOf(IOException.class);
    } finally {
      network.cutAfter(Long.MAX_VALUE);
    }
  }

  @Test
  void moreExportsThanMayWaitAreRefused() {
    String slow = "SELECT number, sleepEachRow(0.5) FROM numbers(6)";
    List<CompletableFuture<HttpResponse<String>>> exports =
        IntStream.rangeClosed(0, DeskExports.MOST_AT_ONCE + DeskExports.MOST_WAITING)
            .mapToObj(i -> HTTP.sendAsync(post("export", slow), BodyHandlers.ofString()))
            .toList();
    List<HttpResponse<String>> answers = exports.stream().map(CompletableFuture::join).toList();
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .singleElement()
        .satisfies(answer -> assertThat(answer.body()).contains("6 exports are running"));
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 200)
        .hasSize(6)
        .allSatisfy(answer -> assertThat(answer.body().lines()).hasSize(7));
  }

  @Test
  void aStatementThatIsTooLongIsRefusedWithTheReason() throws Exception {
    String endless = "SELECT '" + "x".repeat(300_000) + "'";
    HttpResponse<String> answer = HTTP.send(post("runs", endless), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(new JsonObject(answer.body()).getString("sentence")).contains("256 KB");
  }

  @Test
  void aPageOfAnotherSiteIsRefusedWithTheReason() throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(post("runs", "SELECT 1"), (name, value) -> true)
            .header("Sec-Fetch-Site", "cross-site")
            .build();
    HttpResponse<String> answer = HTTP.send(foreign, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(new JsonObject(answer.body()).getString("sentence")).contains("another site");
  }

  private static HttpResponse<String> export(String statement) throws Exception {
    return HTTP.send(post("export", statement), BodyHandlers.ofString());
  }

  private static HttpRequest post(String what, String statement) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/desk/" + what + "?lang=en"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(new JsonObject().put("statement", statement).encode()))
        .build();
  }
}

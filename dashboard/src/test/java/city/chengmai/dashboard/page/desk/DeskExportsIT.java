package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.http.DashboardServer;
import city.chengmai.dashboard.http.NavigationEntry;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.ServerAddress;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.InsertBlock;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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
  void aWorkbookHoldsNumbersDaysAndMomentsAsSuchAndItsQuery() throws Exception {
    String statement =
        "SELECT '=1+1' AS name, -2.5 AS n, toDate('2026-02-28') AS day,"
            + " toDateTime64('2026-02-28 23:59:58.250', 3, 'UTC') AS at,"
            + " 18446744073709551615 AS large, NULL AS nothing, [1, 2] AS list,"
            + " nan AS none FROM numbers(2500)";
    HttpResponse<byte[]> answer = saved(statement, "excel", Map.of());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith(".xlsx\"");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(2_501);
      assertThat(rows.get(0).getCellText(3)).isEqualTo("at");
      Row row = rows.get(2_500);
      assertThat(row.getCellText(0)).isEqualTo("=1+1");
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-2.5");
      assertThat(row.getCellAsDate(2).orElseThrow()).isEqualTo("2026-02-28T00:00:00");
      assertThat(row.getCellAsDate(3).orElseThrow().withNano(0)).isEqualTo("2026-02-28T23:59:58");
      assertThat(row.getCellText(4)).isEqualTo("18446744073709551615");
      assertThat(row.getCellText(5)).isEmpty();
      assertThat(row.getCellText(6)).isEqualTo("[1,2]");
      List<Row> about = book.getSheet(1).orElseThrow().read();
      assertThat(about.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("2500");
      assertThat(about.get(2).getCellText(1)).isEqualTo(statement);
    }
  }

  @Test
  void aParquetFileGoesBackIntoATableUnchanged() throws Exception {
    String statement =
        "SELECT number AS n, concat('城', toString(number)) AS name,"
            + " toDateTime64('2026-02-28 23:59:58.250', 3, 'UTC') AS at,"
            + " if(number % 2 = 0, NULL, number / 4) AS part FROM numbers(70000)";
    HttpResponse<byte[]> answer = saved(statement, "parquet", Map.of());
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      admin.execute(
          "CREATE TABLE back (n UInt64, name String, at DateTime64(3, 'UTC'),"
              + " part Nullable(Float64)) ENGINE = Memory");
      admin.insert(
          InsertBlock.of("back", List.of("n", "name", "at", "part"), "Parquet", answer.body()));
      assertThat(
              admin.scalar("SELECT count() FROM (SELECT * FROM back EXCEPT ALL " + statement + ")"))
          .isEqualTo("0");
      assertThat(admin.scalar("SELECT count() FROM back")).isEqualTo("70000");
      admin.execute("DROP TABLE back");
    }
  }

  @Test
  void placeholdersTakeTheirValuesAsValues() throws Exception {
    HttpResponse<byte[]> answer =
        saved(
            "SELECT {name:String} AS name, {n:UInt8} + 1 AS n",
            "csv",
            Map.of("name", "x' OR 1=1 --", "n", "4"));
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFname,n\r\nx' OR 1=1 --,5\r\n");
    HttpResponse<byte[]> none = saved("SELECT {n:UInt8}", "csv", Map.of());
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(new String(none.body(), StandardCharsets.UTF_8)).contains("placeholder n has no");
    HttpResponse<byte[]> odd = saved("SELECT {n:UInt8}", "csv", Map.of("n", "many"));
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(new String(odd.body(), StandardCharsets.UTF_8)).contains("placeholder n has no");
  }

  @Test
  void anUnknownFormIsRefused() throws Exception {
    assertThat(saved("SELECT 1", "pdf", Map.of()).statusCode()).isEqualTo(400);
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

  private static HttpResponse<byte[]> saved(
      String statement, String form, Map<String, String> parameters) throws Exception {
    JsonObject asked =
        new JsonObject()
            .put("statement", statement)
            .put("form", form)
            .put("parameters", new JsonObject(new HashMap<>(parameters)));
    return HTTP.send(post("export", asked), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<String> export(String statement) throws Exception {
    return HTTP.send(post("export", statement), BodyHandlers.ofString());
  }

  private static HttpRequest post(String what, String statement) {
    return post(what, new JsonObject().put("statement", statement));
  }

  private static HttpRequest post(String what, JsonObject asked) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/desk/" + what + "?lang=en"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(asked.encode()))
        .build();
  }
}

package city.chengmai.dashboard.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.PartState;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardServerIT {

  private static final PartState STORE = new PartState("store", Health.UP, Instant.EPOCH);
  private static final Duration IDLE = Duration.ofMillis(500);
  private final MetricsRoutes metrics = new MetricsRoutes();

  private final Vertx vertx = Vertx.vertx();
  private final Workers workers = new Workers(vertx, 2);
  private final HttpClient client = HttpClient.newHttpClient();
  private final StaticAssets assets = new StaticAssets(workers);
  private final CompletableFuture<Void> deafScreenClosed = new CompletableFuture<>();
  private DashboardServer server;

  @BeforeEach
  void start() {
    Pages pages =
        new Pages(
            workers,
            InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z")),
            () -> new CityFacts("澄江", "Chengjiang", ZoneId.of("Asia/Shanghai"), Optional.empty()),
            List.of(new NavigationEntry("navigation.grids", "/grids")));
    RouteGroup broken =
        (Router router) -> {
          router
              .get("/broken")
              .handler(
                  context ->
                      pages.show(
                          context,
                          "error",
                          () -> {
                            throw new IllegalStateException("secret detail");
                          }));
          router
              .get("/away")
              .handler(
                  context ->
                      pages.show(
                          context,
                          "error",
                          () -> {
                            throw new StoreException(ErrorCategory.STORE_UNAVAILABLE, "away");
                          }));
          router
              .get("/told")
              .handler(
                  context ->
                      pages.show(
                          context, "error", () -> Map.of("status", 1, "problem", "error.404")));
        };
    server =
        DashboardServer.start(
            vertx,
            new ServerAddress("127.0.0.1", 0),
            pages,
            List.of(
                metrics,
                assets,
                new HealthRoutes(workers, () -> List.of(STORE)),
                broken,
                this::streams),
            IDLE);
  }

  private void streams(Router router) {
    router.get("/thing/:id").handler(context -> context.end("<" + context.pathParam("id") + ">"));
    router
        .get("/beats")
        .handler(
            context -> {
              HttpServerResponse response = context.response().setChunked(true);
              long timer = vertx.setPeriodic(50, any -> response.write("beat\n"));
              response.closeHandler(closed -> vertx.cancelTimer(timer));
            });
    router
        .get("/flood")
        .handler(
            context -> {
              HttpServerResponse response = context.response().setChunked(true);
              String much = "x".repeat(100_000);
              long timer =
                  vertx.setPeriodic(
                      5,
                      any -> {
                        if (!response.writeQueueFull()) {
                          response.write(much);
                        }
                      });
              response.closeHandler(
                  closed -> {
                    vertx.cancelTimer(timer);
                    deafScreenClosed.complete(null);
                  });
            });
  }

  @AfterEach
  void stop() {
    server.close();
    metrics.close();
    workers.close();
    vertx.close();
  }

  @Test
  void everyAnswerHasTheStrictHeaders() throws Exception {
    for (String path : List.of("/told", "/nowhere", "/health", "/assets/house.css")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .as(path)
          .contains(SecurityHeaders.CONTENT_POLICY);
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void chineseIsTheDefaultAndTheAddressChoosesAnother() throws Exception {
    assertThat(get("/told").body()).contains("<html lang=\"zh-CN\">").contains("澄江");
    assertThat(get("/told?lang=en").body()).contains("<html lang=\"en\">").contains("Chengjiang");
    assertThat(get("/told?lang=en").headers().firstValue("set-cookie")).isPresent();
  }

  @Test
  void requestsAreTimedByTheirRouteAndNeverByTheirAddress() throws Exception {
    get("/thing/C-1");
    get("/thing/C-2");
    get("/nowhere/at/all");
    get("/broken");
    HttpRequest odd =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/told"))
            .method("MADEUP", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient.newHttpClient().send(odd, HttpResponse.BodyHandlers.ofString());

    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.body())
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/thing/:id\",status=\"200\"} 2")
        .contains("route=\"none\",status=\"404\"} 1")
        .contains("route=\"none\",status=\"500\"} 1")
        .contains("http_server_requests_open 1")
        .contains("jvm_memory_used_bytes{area=\"heap\"")
        .doesNotContain("C-1")
        .doesNotContain("nowhere")
        .doesNotContain("MADEUP");
  }

  @Test
  void aFailureShowsNoDetail() throws Exception {
    HttpResponse<String> answer = get("/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("页面出错").doesNotContain("secret");
  }

  @Test
  void aStoreThatIsAwayIsNamed() throws Exception {
    HttpResponse<String> answer = get("/away");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("数据库暂时不可用");
  }

  @Test
  void anUnknownPageIsAPageAndAnUnknownInterfaceAProblem() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/nowhere").body()).contains("没有这个页面");
    HttpResponse<String> problem = get("/api/nowhere");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void onlyAssetsLeaveTheClassPath() throws Exception {
    assertThat(get("/assets/house.css").statusCode()).isEqualTo(200);
    assertThat(get("/assets/font/HouseFont.class").statusCode()).isEqualTo(404);
    assertThat(get("/assets/..%2Fi18n/messages_en.properties").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../i18n/messages_en.properties",
        "/assets/%2e%2e/i18n/messages_en.properties",
        "/assets/%252e%252e/i18n/messages_en.properties",
        "/assets/..%5ci18n%5cmessages_en.properties",
        "/assets//etc/passwd",
        "/assets/%00/house.css",
        "/assets/house.css%00.html",
        "/assets/./././../../../../../../../../etc/passwd"
      })
  void noPathLeadsOutOfTheAssets(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("root:", "desk.refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "POST /told HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /told HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "POST /told HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        "POST /told HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx",
        "GET /told HTTP/1.1\r\nHost: x\r\nA\u0000B: c\r\n\r\n",
        "GET /told HTTP/1.1\r\nHost: x\r\nA : c\r\n\r\n"
      })
  void whatIsNoHttpIsRefusedAndTheNextIsServed(String text) throws Exception {
    assertThat(raw(text)).doesNotContain(" 200 ", " 500 ");
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void headsAndAddressesHaveALimit() throws Exception {
    String much = "x".repeat(100_000);
    assertThat(raw("GET /told HTTP/1.1\r\nHost: x\r\nA: " + much + "\r\n\r\n")).contains(" 431 ");
    assertThat(raw("GET /told?" + much + " HTTP/1.1\r\nHost: x\r\n\r\n")).contains(" 414 ");
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  /** All that comes until the other side closes. */
  private String raw(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException cutOff) {
      return "";
    }
  }

  @Test
  void filesThatAreNotThereAreNotKept() throws Exception {
    assertThat(get("/assets/house.css").statusCode()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      assertThat(get("/assets/nothing-" + i + ".css").statusCode()).isEqualTo(404);
    }
    assertThat(assets.kept()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C 1", "C/1", "C%1", "C%2F1", "C+1", "C?1#2", "案件&\"1\"", "C;1"})
  void anIdOfAnyCharactersIsOneSegmentOfAnAddress(String id) throws Exception {
    assertThat(get("/thing/" + PathSegment.of(id)).body()).isEqualTo("<" + id + ">");
  }

  @Test
  void aConnectionWithoutAClientIsClosed() throws Exception {
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void beatsKeepAStreamOpen() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address("/beats")).build();
    try (Stream<String> beats = client.send(request, BodyHandlers.ofLines()).body()) {
      assertThat(beats.limit(4 * IDLE.toMillis() / 50)).hasSize((int) (4 * IDLE.toMillis() / 50));
    }
  }

  @Test
  void aStreamThatNobodyTakesAnyMoreIsClosed() throws Exception {
    try (Socket deaf = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      deaf.getOutputStream().write("GET /flood HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      deafScreenClosed.get(60, TimeUnit.SECONDS);
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }
}

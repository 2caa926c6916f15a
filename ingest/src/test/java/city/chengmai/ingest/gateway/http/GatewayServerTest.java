package city.chengmai.ingest.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayServerTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CompletableFuture<Answer> later = new CompletableFuture<>();
  private GatewayServer server;

  @BeforeEach
  void start() {
    Route echo =
        route(
            request ->
                RequestBody.read(request, 100)
                    .thenApply(body -> Answer.of(200, "text/plain", "read " + body.length)));
    Route wait =
        route(
            request -> {
              arrived.countDown();
              return later;
            });
    Route broken =
        route(
            request -> {
              throw new IllegalStateException("a fault of ours with secrets");
            });
    server =
        new GatewayServer(
            "127.0.0.1",
            0,
            new Routes(Map.of("/echo", echo, "/wait", wait, "/broken", broken)),
            Duration.ofMillis(100));
    server.start();
  }

  @AfterEach
  void stop() {
    later.complete(Answer.of(200, "text/plain", "too late"));
    server.stop();
  }

  @Test
  void aRequestUnderWayIsAnsweredWhenTheServerStops() throws Exception {
    CompletableFuture<HttpResponse<String>> response =
        HTTP.sendAsync(request("/wait").build(), BodyHandlers.ofString());
    arrived.await();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
    assertThat(stopped).isNotDone();
    later.complete(Answer.of(202, "text/plain", "done"));
    assertThat(response.join().statusCode()).isEqualTo(202);
    stopped.join();
  }

  @Test
  void largeBodiesAreRefusedWithOrWithoutALength() throws Exception {
    byte[] large = new byte[2 << 20];
    assertThat(post("/echo", BodyPublishers.ofByteArray(large)).statusCode()).isEqualTo(413);
    byte[] small = new byte[200];
    HttpResponse<String> chunked =
        post("/echo", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small)));
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(chunked.body()).contains("too-large", "100 bytes");
    assertThat(post("/echo", BodyPublishers.ofByteArray(new byte[100])).body())
        .isEqualTo("read 100");
  }

  @Test
  void aFaultOfOursTellsNothingOfItself() throws Exception {
    HttpResponse<String> response = post("/broken", BodyPublishers.noBody());
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("defect").doesNotContain("secrets");
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void headersHaveALimit() throws Exception {
    String answer = raw("GET /echo HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json");
    assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\nZZZZ",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx",
        "POST /echo HTTP/1.1\r\nContent-Length: 2\r\n\r\nab",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /%2e%2e/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /ec%00ho HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nA : b\r\nContent-Length: 2\r\n\r\nab"
      })
  void whatIsNoHttpIsRefusedAndTheNextIsServed(String text) throws Exception {
    assertThat(raw(text)).startsWith("HTTP/1.1 4");
    assertThat(post("/echo", BodyPublishers.ofString("still here")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoSendsAByteNowAndThenIsCutOff() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      byte[] request = "GET /echo HTTP/1.1\r\nHost: x\r\nX: yyyy".getBytes(StandardCharsets.UTF_8);
      boolean cut = false;
      for (int i = 0; !cut; i = (i + 1) % request.length) {
        cut = !accepts(socket, i < 20 ? request[i] : 'y');
        Thread.sleep(10);
      }
      assertThat(cut).isTrue();
    }
    assertThat(post("/echo", BodyPublishers.ofString("still here")).statusCode()).isEqualTo(200);
  }

  private static boolean accepts(Socket socket, int letter) {
    try {
      socket.getOutputStream().write(letter);
      return socket.getInputStream().available() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String raw(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return HTTP.send(request(path).POST(body).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private interface Answering {
    CompletableFuture<Answer> answer(Request request);
  }

  private static Route route(Answering answering) {
    return new Route() {
      @Override
      public CompletableFuture<Answer> answer(Request request) {
        return answering.answer(request);
      }

      @Override
      public Answer refusal(Request request, RequestRefused refused) {
        return Problem.of(refused);
      }
    };
  }
}

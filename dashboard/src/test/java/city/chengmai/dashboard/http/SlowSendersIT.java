package city.chengmai.dashboard.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowSendersIT {

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    SlowSenders slow = new SlowSenders(vertx, Duration.ofMillis(300));
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(slow::opened)
            .requestHandler(
                request -> {
                  slow.asked(request);
                  request.endHandler(
                      whole -> vertx.setTimer(900, late -> request.response().end("taken")));
                })
            .listen(0, "127.0.0.1")
            .await(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    server.close();
    vertx.close();
  }

  @Test
  void whoeverSendsNothingIsClosed() throws Exception {
    assertThat(heard("")).isEmpty();
  }

  @Test
  void aHeadThatNeverEndsIsClosed() throws Exception {
    assertThat(heard("POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).isEmpty();
  }

  @Test
  void aBodyThatNeverEndsIsClosed() throws Exception {
    assertThat(heard("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab")).isEmpty();
  }

  @Test
  void anAnswerMayTakeItsTime() throws Exception {
    String request =
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab";
    assertThat(heard(request)).contains("200 OK").endsWith("taken");
  }

  /** All that comes until the other side closes. */
  private String heard(String sent) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(sent.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}

package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hooks that answer in their own way. */
@Timeout(60)
class WebhookSenderTest {

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer hook;

  @BeforeEach
  void start() throws IOException {
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.setExecutor(threads);
    hook.createContext("/hangs", this::hangs);
    hook.createContext("/endless", this::endless);
    hook.createContext("/refuses", this::refuses);
    hook.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    hook.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aBodyThatNeverEndsDoesNotHoldTheRound_theStatusHasSaidItAll() {
    assertThat(send("/hangs")).isEqualTo(new Sender.Answer(true, "HTTP 200 begun"));
  }

  @Test
  void aBodyOfAnyLengthIsCut() {
    Sender.Answer answer = send("/endless");
    assertThat(answer.accepted()).isTrue();
    assertThat(answer.answer()).startsWith("HTTP 200 xxx").hasSizeLessThan(300);
  }

  @Test
  void aRefusalIsTold() {
    assertThat(send("/refuses")).isEqualTo(new Sender.Answer(false, "HTTP 503 full"));
  }

  private Sender.Answer send(String path) {
    URI address = URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + path);
    return new WebhookSender(new Receiver.Webhook(address, Optional.empty()))
        .send(new Message("id", Occasion.RAISED, "desk", "", "", "", "", "", 1, List.of()));
  }

  private void hangs(HttpExchange exchange) throws IOException {
    try (OutputStream body = begin(exchange, 200)) {
      body.write("begun".getBytes(StandardCharsets.UTF_8));
      body.flush();
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endless(HttpExchange exchange) throws IOException {
    byte[] much = "x".repeat(1024).getBytes(StandardCharsets.UTF_8);
    try (OutputStream body = begin(exchange, 200)) {
      while (end.getCount() > 0) {
        body.write(much);
        body.flush();
      }
    }
  }

  private void refuses(HttpExchange exchange) throws IOException {
    try (OutputStream body = begin(exchange, 503)) {
      body.write("full".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static OutputStream begin(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, 0);
    return exchange.getResponseBody();
  }
}

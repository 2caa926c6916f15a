package city.chengmai.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServiceHealthTest {

  /** The time of a request is over with its head; its body would be waited for. */
  @Test
  @Timeout(60)
  void anAnswerThatStandsStillIsNone() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answerHalf(server), "answers-half");
      answering.setDaemon(true);
      answering.start();
      ServiceHealth health =
          new ServiceHealth("http://127.0.0.1:" + server.getLocalPort() + "/health");
      assertThat(health.parts()).isEmpty();
      assertThat(health.judged(health.parts()).code()).isEqualTo("service-silent");
    }
  }

  private static void answerHalf(ServerSocket server) {
    try {
      while (true) {
        Socket asked = server.accept();
        asked
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
        asked.getOutputStream().flush();
      }
    } catch (IOException closed) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(closed);
      }
    }
  }
}

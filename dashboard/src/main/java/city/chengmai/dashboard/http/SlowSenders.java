package city.chengmai.dashboard.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that hold a place without sending: no request within the first seconds, or a
 * body that does not end. Answers may take as long as they like.
 */
final class SlowSenders {

  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Vertx vertx;
  private final Duration patience;
  private final Map<HttpConnection, Long> silent = new ConcurrentHashMap<>();

  SlowSenders(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    this.patience = patience;
  }

  void opened(HttpConnection connection) {
    long timer = vertx.setTimer(patience.toMillis(), late -> connection.close());
    silent.put(connection, timer);
    connection.closeHandler(closed -> spoke(connection));
  }

  void asked(HttpServerRequest request) {
    spoke(request.connection());
    if (!WITHOUT_BODY.contains(request.method())) {
      vertx.setTimer(
          patience.toMillis(),
          late -> {
            if (!request.isEnded()) {
              request.connection().close();
            }
          });
    }
  }

  private void spoke(HttpConnection connection) {
    Long timer = silent.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}

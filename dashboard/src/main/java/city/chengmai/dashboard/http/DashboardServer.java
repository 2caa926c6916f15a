package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP server over a list of route groups. Adds security headers before and error pages after
 * them. Owns the server, not the {@link Vertx} instance.
 */
public final class DashboardServer implements AutoCloseable {

  private static final int LONGEST_HEADERS = 16_384;
  private static final long PATIENCE_SECONDS = 30;

  /**
   * A connection on which nothing went either way for this long has nobody at its end. Longer than
   * the pause between beats and than an export of the desk may wait in silence.
   */
  private static final Duration IDLE = Duration.ofMinutes(20);

  private final HttpServer server;

  private DashboardServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts listening and returns once the port is open.
   *
   * @param address where to listen; port 0 takes a free one
   * @param pages draws the error pages
   * @param groups mounted in this order
   * @throws IllegalStateException when the port cannot be opened, with the address in its message
   */
  public static DashboardServer start(
      Vertx vertx, ServerAddress address, Pages pages, List<RouteGroup> groups) {
    return start(vertx, address, pages, groups, IDLE);
  }

  static DashboardServer start(
      Vertx vertx, ServerAddress address, Pages pages, List<RouteGroup> groups, Duration idle) {
    requireNonNull(address, "address");
    Router router = router(vertx, pages, groups);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setTcpKeepAlive(true)
            .setIdleTimeout(Math.toIntExact(idle.toMillis()))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    try {
      return new DashboardServer(
          vertx
              .createHttpServer(options)
              .requestHandler(router)
              .listen()
              .await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (Exception e) {
      throw new IllegalStateException(
          "could not listen on " + address + ": " + e.getMessage() + "; is it taken?", e);
    }
  }

  /** The port that is open. */
  public int port() {
    return server.actualPort();
  }

  private static Router router(Vertx vertx, Pages pages, List<RouteGroup> groups) {
    Router router = Router.router(vertx);
    router.route().handler(new SecurityHeaders());
    groups.forEach(group -> group.mount(router));
    ErrorAnswer errors = new ErrorAnswer(pages);
    router.route().failureHandler(errors);
    for (int status : List.of(400, 404, 405, 406, 413, 415)) {
      router.errorHandler(status, errors);
    }
    return router;
  }

  @Override
  public void close() {
    try {
      server.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("could not close the server: " + e.getMessage(), e);
    }
  }
}

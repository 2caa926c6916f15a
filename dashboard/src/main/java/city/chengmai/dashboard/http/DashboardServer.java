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

  /** A browser sends what it has to say at once. */
  private static final Duration SENDING = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

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
    Router router = router(vertx, pages, groups, address.tls().isPresent());
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setTcpKeepAlive(true)
            // Else a silent connection is none yet, and nobody could close it.
            .setHttp2ClearTextEnabled(false)
            .setIdleTimeout(Math.toIntExact(idle.toMillis()))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    address.tls().ifPresent(files -> options.setSsl(true).setKeyCertOptions(files.pair()));
    SlowSenders slow = new SlowSenders(vertx, SENDING);
    try {
      HttpServer opened =
          vertx
              .createHttpServer(options)
              .connectionHandler(slow::opened)
              .requestHandler(
                  request -> {
                    slow.asked(request);
                    router.handle(request);
                  })
              .listen()
              .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      address.tls().ifPresent(files -> TlsReload.watch(vertx, opened, files, LOOK_AGAIN));
      return new DashboardServer(opened);
    } catch (Exception e) {
      throw new IllegalStateException(
          "could not listen on " + address + ": " + e.getMessage() + "; is it taken?", e);
    }
  }

  /** The port that is open. */
  public int port() {
    return server.actualPort();
  }

  private static Router router(Vertx vertx, Pages pages, List<RouteGroup> groups, boolean tls) {
    Router router = Router.router(vertx);
    router.route().handler(new SecurityHeaders(tls));
    groups.forEach(group -> group.mount(router));
    if (groups.stream().anyMatch(Gate.class::isInstance)) {
      RouteCheck.check(router);
    }
    ErrorAnswer errors = new ErrorAnswer(pages);
    router.route().failureHandler(errors);
    for (int status : List.of(400, 401, 404, 405, 406, 408, 413, 415, 429)) {
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

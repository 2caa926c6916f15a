package city.chengmai.dashboard.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Figures of the dashboard itself for Prometheus, at {@code /metrics}: how long each kind of
 * request takes, how many are open, memory, collections, threads. A request is named by the pattern
 * of its route and never by its address, so that the number of series stays small and no id of a
 * grid or case leaves the house. Mount it first, so that it sees every request. Close it at the
 * end.
 */
public final class MetricsRoutes implements RouteGroup, AutoCloseable {

  private static final String UNKNOWN = "none";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");

  private static final Duration[] BOUNDS =
      LongStream.of(10, 50, 100, 250, 500, 1_000, 2_500, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicInteger open = new AtomicInteger();
  private boolean timed;

  /** Starts to watch this process. */
  public MetricsRoutes() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder("http.server.requests.open", open, AtomicInteger::get)
        .description("requests under way, streams of walls among them")
        .register(registry);
  }

  /** Times requests from here on, refused ones too; then {@link #mount} serves the figures only. */
  public RouteGroup timing() {
    timed = true;
    return router -> router.route().handler(this::time);
  }

  @Override
  public void mount(Router router) {
    if (!timed) {
      router.route().handler(this::time);
    }
    router.get("/metrics").handler(this::answer);
  }

  private void time(RoutingContext context) {
    long began = System.nanoTime();
    open.incrementAndGet();
    context.addEndHandler(
        ended -> {
          open.decrementAndGet();
          Timer.builder("http.server.requests")
              .description("time from the head of a request to the end of its answer")
              .tag("method", method(context))
              .tag("route", route(context))
              .tag("status", String.valueOf(context.response().getStatusCode()))
              .serviceLevelObjectives(BOUNDS)
              .register(registry)
              .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        });
    context.next();
  }

  /** The same for methods that strangers make up. */
  private static String method(RoutingContext context) {
    String method = context.request().method().name();
    return METHODS.contains(method) ? method : UNKNOWN;
  }

  /**
   * What nobody serves, and what failed, has no pattern: strangers must not be able to make series.
   */
  private static String route(RoutingContext context) {
    Route route = context.currentRoute();
    return route == null || route.getPath() == null || context.response().getStatusCode() == 404
        ? UNKNOWN
        : route.getPath();
  }

  private void answer(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}

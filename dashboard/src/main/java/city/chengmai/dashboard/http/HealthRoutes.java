package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.Role;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.PartState;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /health}: up, degraded or down, the worst of all parts, and each part with its reason; 503
 * only when down. {@code /ready}: 200 when pages can be served now, else 503. A stranger hears the
 * word and not which parts there are or why one is away.
 */
public final class HealthRoutes implements RouteGroup {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Workers workers;
  private final Supplier<List<PartState>> parts;

  /**
   * Health of the dashboard.
   *
   * @param parts how each part is; may block, and must not throw
   */
  public HealthRoutes(Workers workers, Supplier<List<PartState>> parts) {
    this.workers = requireNonNull(workers, "workers");
    this.parts = requireNonNull(parts, "parts");
  }

  @Override
  public void mount(Router router) {
    router.get("/health").handler(this::health);
    router.get("/ready").handler(this::ready);
  }

  private void health(RoutingContext context) {
    workers
        .call(parts::get)
        .onSuccess(
            seen -> {
              State state = worst(seen).map(PartState::health).orElse(Health.UP).state();
              JsonObject body = new JsonObject().put("status", HealthDocument.word(state));
              if (!isStranger(context)) {
                body.put("parts", new JsonObject(HealthDocument.of(seen).toString()));
              }
              answer(context, state == State.DOWN, body);
            })
        .onFailure(context::fail);
  }

  private void ready(RoutingContext context) {
    workers
        .call(parts::get)
        .onSuccess(
            seen -> {
              Optional<PartState> down = worst(seen).filter(part -> !part.health().usable());
              JsonObject body = new JsonObject().put("ready", down.isEmpty());
              if (!isStranger(context)) {
                down.ifPresent(
                    part -> body.put("reason", part.part() + ": " + part.health().reason()));
              }
              answer(context, down.isPresent(), body);
            })
        .onFailure(context::fail);
  }

  private static Optional<PartState> worst(List<PartState> seen) {
    return HealthDocument.worst(seen);
  }

  private static boolean isStranger(RoutingContext context) {
    return Visit.of(context).visitor().role() == Role.NOBODY;
  }

  private static void answer(RoutingContext context, boolean down, JsonObject body) {
    context
        .response()
        .putHeader("Cache-Control", "no-store")
        .setStatusCode(down ? UNAVAILABLE : OK);
    context.json(body);
  }
}

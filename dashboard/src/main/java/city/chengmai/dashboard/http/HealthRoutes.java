package city.chengmai.dashboard.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code /health}: 200 while the store answers, 503 with the reason while it does not. */
public final class HealthRoutes implements RouteGroup {

  private final Workers workers;
  private final Callable<String> store;

  /**
   * Health of the dashboard.
   *
   * @param store asks the store something cheap and gives its version; throws when it is away
   */
  public HealthRoutes(Workers workers, Callable<String> store) {
    this.workers = workers;
    this.store = store;
  }

  @Override
  public void mount(Router router) {
    router.get("/health").handler(this::health);
  }

  private void health(RoutingContext context) {
    workers
        .call(store)
        .onSuccess(version -> answer(context, 200, Map.of("status", "up", "store", version)))
        .onFailure(e -> answer(context, 503, Map.of("status", "down", "store", String.valueOf(e))));
  }

  private static void answer(RoutingContext context, int status, Map<String, Object> body) {
    context.response().putHeader("Cache-Control", "no-store").setStatusCode(status);
    context.json(new JsonObject(body));
  }
}

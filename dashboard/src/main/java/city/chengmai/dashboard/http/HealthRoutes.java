package city.chengmai.dashboard.http;

import city.chengmai.dashboard.access.Role;
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
        .onSuccess(version -> answer(context, 200, "up", version))
        .onFailure(e -> answer(context, 503, "down", String.valueOf(e)));
  }

  /** A stranger hears whether we are up, and not what the store is or why it is away. */
  private static void answer(RoutingContext context, int status, String word, String store) {
    boolean stranger = Visit.of(context).visitor().role() == Role.NOBODY;
    context.response().putHeader("Cache-Control", "no-store").setStatusCode(status);
    context.json(
        new JsonObject(stranger ? Map.of("status", word) : Map.of("status", word, "store", store)));
  }
}

package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.http.Pages;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Set;

/**
 * What the desk's page hears when the dashboard itself refuses a request before there is a run: a
 * sentence, as JSON. Defects go on to the error page, and with it to the log.
 */
final class DeskFailure implements Handler<RoutingContext> {

  private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 413);

  private final Pages pages;

  DeskFailure(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void handle(RoutingContext context) {
    int status =
        context.failure() instanceof HttpException problem
            ? problem.getStatusCode()
            : context.statusCode();
    if (!EXPLAINED.contains(status) || context.response().headWritten()) {
      context.next();
      return;
    }
    JsonObject answer =
        new JsonObject()
            .put("sentence", pages.messages(context).text("desk.failure." + status))
            .put("status", status);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(answer.encode());
  }
}

package city.chengmai.dashboard.http;

import city.chengmai.datasets.clickhouse.StoreException;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a visitor sees when something fails: problem JSON (RFC 9457) below {@code /api}, a page
 * elsewhere. Details of a defect go to the log only.
 */
final class ErrorAnswer implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);

  private static final String PROBLEM = "problem";

  private final Pages pages;

  ErrorAnswer(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void handle(RoutingContext context) {
    int status = status(context);
    if (status >= 500) {
      LOG.warn(
          "{} {} failed", context.request().method(), context.request().path(), cause(context));
    }
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    context.response().setStatusCode(status);
    String key = context.get(PROBLEM, "error." + known(status));
    if (context.request().path().startsWith("/api/") || status == 401) {
      problem(context, status, key);
    } else {
      pages.error(context, status, key);
    }
  }

  private void problem(RoutingContext context, int status, String key) {
    JsonObject body =
        new JsonObject(
            Map.of(
                "type",
                "about:blank",
                "title",
                pages.messages(context).text(key + ".title"),
                "status",
                status,
                "instance",
                context.request().path()));
    context.response().putHeader("Content-Type", "application/problem+json; charset=utf-8");
    context.end(body.toBuffer());
  }

  /** We know who asks, and it may not. */
  static void noRight(RoutingContext context) {
    context.put(PROBLEM, "error.no-right");
    context.fail(403);
  }

  static int known(int status) {
    return switch (status) {
      case 400, 401, 403, 404, 408, 429, 503 -> status;
      case 405, 406, 413, 415 -> 400;
      default -> 500;
    };
  }

  private static int status(RoutingContext context) {
    if (cause(context) instanceof HttpException problem) {
      return problem.getStatusCode();
    }
    if (cause(context) instanceof StoreException fault && fault.retryable()) {
      return 503;
    }
    return context.statusCode() < 400 ? 500 : context.statusCode();
  }

  private static Throwable cause(RoutingContext context) {
    return context.failure();
  }
}

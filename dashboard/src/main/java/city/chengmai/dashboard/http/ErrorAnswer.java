package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.StoreException;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a visitor sees when something fails: a {@link Problem} where programs ask, a page elsewhere.
 * Details of a defect go to the log only.
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
    if (isForPrograms(context.normalizedPath()) || status == 401) {
      problem(context, status, key).answer(context);
    } else {
      pages.error(context, status, key, parameter(context).orElse(""));
    }
  }

  private Problem problem(RoutingContext context, int status, String key) {
    Messages messages = pages.messages(context);
    String title = messages.text(key + ".title");
    if (cause(context) instanceof BadParameterException bad) {
      return new Problem(
          status,
          "bad-parameter",
          title,
          parameter(context).orElseThrow(),
          new JsonObject().put("parameter", bad.name()));
    }
    return new Problem(status, kind(key), title, messages.text(key + ".advice"));
  }

  /** What was seen of a parameter that does not fit, and what was expected. */
  private Optional<String> parameter(RoutingContext context) {
    return cause(context) instanceof BadParameterException bad
        ? Optional.of(
            pages
                .messages(context)
                .text("problem.parameter", bad.name(), bad.seen(), bad.expected()))
        : Optional.empty();
  }

  /** Whether whoever asks here reads JSON rather than pages. */
  static boolean isForPrograms(String path) {
    return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/events/");
  }

  private static String kind(String key) {
    return switch (key.substring("error.".length())) {
      case "400" -> "bad-request";
      case "401" -> "sign-in";
      case "403" -> "elsewhere";
      case "no-right" -> "no-right";
      case "other-name" -> "other-name";
      case "404" -> "not-found";
      case "408" -> "too-slow";
      case "429" -> "too-many";
      case "503" -> "away";
      default -> "failed";
    };
  }

  /** We know who asks, and it may not. */
  static void noRight(RoutingContext context) {
    context.put(PROBLEM, "error.no-right");
    context.fail(403);
  }

  /** Asked by a name of elsewhere while nobody has to sign in. */
  static void otherName(RoutingContext context) {
    context.put(PROBLEM, "error.other-name");
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
    if (cause(context) instanceof BadParameterException) {
      return 400;
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

package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * What a program hears when something fails (问题详情): {@code application/problem+json} of RFC 9457.
 *
 * @param status of the answer
 * @param kind the end of {@code type}, one of {@link #KINDS}; titles are for people, kinds stay
 * @param title one line in the language of the request
 * @param detail what was seen, what was expected, what to do
 * @param more further members by name; none of the five that the RFC names
 */
public record Problem(int status, String kind, String title, String detail, JsonObject more) {

  /** How every {@code type} begins. */
  public static final String TYPE = "urn:chengmai:problem:";

  /** All kinds, as the description of the interface lists them. */
  public static final Set<String> KINDS =
      Set.of(
          "bad-request",
          "bad-parameter",
          "sign-in",
          "token",
          "elsewhere",
          "no-right",
          "not-found",
          "too-slow",
          "too-many",
          "statement-refused",
          "failed",
          "away");

  /** Checks the kind. */
  public Problem {
    requireNonNull(title, "title");
    requireNonNull(detail, "detail");
    requireNonNull(more, "more");
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "no kind of problem " + kind + ", expected one of " + KINDS);
    }
  }

  /** A problem without further members. */
  public Problem(int status, String kind, String title, String detail) {
    this(status, kind, title, detail, new JsonObject());
  }

  /** Answers with it. */
  public void answer(RoutingContext context) {
    JsonObject body =
        new JsonObject()
            .put("type", TYPE + kind)
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("instance", context.request().path())
            .mergeIn(more);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }
}

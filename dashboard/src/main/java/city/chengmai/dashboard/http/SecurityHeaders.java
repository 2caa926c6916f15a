package city.chengmai.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts the same strict headers on every answer: only our own files load, nothing runs inline, no
 * other site may frame a page.
 */
final class SecurityHeaders implements Handler<RoutingContext> {

  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String YEAR_OF_TLS = "max-age=31536000";

  private final boolean tls;

  /** Headers of a server with or without TLS: browsers then come back by TLS only. */
  SecurityHeaders(boolean tls) {
    this.tls = tls;
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", CONTENT_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (tls) {
      headers.set("Strict-Transport-Security", YEAR_OF_TLS);
    }
    context.next();
  }
}

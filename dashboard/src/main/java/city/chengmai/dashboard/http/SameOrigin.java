package city.chengmai.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Lets only our own pages start or stop something: another site's form carries another origin, and
 * none but our pages carries the token that belongs to the session. Mount it after the body.
 */
public final class SameOrigin implements Handler<RoutingContext> {

  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  public void handle(RoutingContext context) {
    String site = context.request().getHeader("Sec-Fetch-Site");
    String origin = context.request().getHeader("Origin");
    boolean ours =
        site == null
            ? origin == null || origin.endsWith("://" + context.request().authority())
            : OURS.contains(site);
    if (ours && Visit.of(context).hasFormToken(context)) {
      context.next();
    } else {
      context.fail(403);
    }
  }
}

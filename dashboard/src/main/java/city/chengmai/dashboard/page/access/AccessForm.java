package city.chengmai.dashboard.page.access;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;

/** What all forms of this package do alike. */
final class AccessForm {

  private static final int LONGEST_BODY = 8 * 1024;
  private static final int SEE_OTHER = 303;

  private AccessForm() {}

  /** Reads a short form and takes it from our own pages only. */
  static Route form(Route route) {
    return route
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin());
  }

  /** A field of the form without blanks around it; empty when it is missing. */
  static String text(RoutingContext context, String name) {
    return raw(context, name).strip();
  }

  /** A field as it was typed: a password may begin with a blank. */
  static String raw(RoutingContext context, String name) {
    MultiMap form = context.request().formAttributes();
    return Optional.ofNullable(form.get(name)).orElse("");
  }

  static String who(RoutingContext context) {
    return Visit.of(context).visitor().name();
  }

  static void redirect(RoutingContext context, String to) {
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", to)
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  static void note(RoutingContext context, AuditKind kind, String target, String detail) {
    AuditTrail.note(context, kind, true, target, detail);
  }
}

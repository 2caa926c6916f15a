package city.chengmai.dashboard.http;

import city.chengmai.dashboard.access.AuditEntry;
import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.AuditLog;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Writes what a request did under the name of its visitor. Never blocks.
 *
 * @param log where it is kept
 * @param clock real time
 */
public record AuditTrail(AuditLog log, InstantSource clock) {

  private static final String KEY = "audit-trail";

  void keep(RoutingContext context) {
    context.put(KEY, this);
  }

  /** Notes a try to sign in under a name that is not proved. */
  public static void noteSignIn(
      RoutingContext context, String name, String role, boolean done, String how) {
    AuditTrail trail = context.get(KEY);
    if (trail != null) {
      trail
          .log()
          .add(
              new AuditEntry(
                  UUID.randomUUID().toString(),
                  trail.clock().instant(),
                  name,
                  role,
                  Visit.of(context).address(),
                  AuditKind.SIGN_IN,
                  done,
                  how,
                  ""));
    }
  }

  /**
   * Notes what a request did; nothing where no gate stands before a route, as in tests of one
   * group.
   *
   * @param done false: it was refused
   * @param target on what
   * @param detail what, without secrets
   */
  public static void note(
      RoutingContext context, AuditKind kind, boolean done, String target, String detail) {
    AuditTrail trail = context.get(KEY);
    if (trail != null) {
      Visit visit = Visit.of(context);
      trail
          .log()
          .add(
              AuditEntry.of(
                  trail.clock().instant(),
                  visit.visitor(),
                  visit.address(),
                  kind,
                  done,
                  target,
                  detail));
    }
  }
}

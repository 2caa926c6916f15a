package city.chengmai.dashboard.page.library;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.QueryJournal.Outcome;
import city.chengmai.dashboard.library.QueryJournal.Step;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who makes a step, as a request says it. */
final class LibraryStep {

  private static final String NUMBER = "[0-9]{1,9}";

  private LibraryStep() {}

  /** The account that asks; empty while sign-in is off. */
  static String account(RoutingContext context) {
    return Visit.of(context).visitor().name();
  }

  /** The step of a form: its fields {@code step_id} and {@code based_on}. */
  static Step of(RoutingContext context) {
    String basedOn = text(context, "based_on");
    return of(
        context, text(context, "step_id"), basedOn.matches(NUMBER) ? Integer.parseInt(basedOn) : 0);
  }

  static Step of(RoutingContext context, String id, int basedOn) {
    return new Step(id, basedOn, account(context), Visit.of(context).actor().orElse(""));
  }

  /** A field of the form; empty when it is missing. */
  static String text(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().formAttributes().get(name)).orElse("");
  }

  static void note(RoutingContext context, String what, String id, QueryJournal.Answer answer) {
    boolean done = answer.outcome() == Outcome.TAKEN || answer.outcome() == Outcome.REPEATED;
    String edition = answer.latest().map(query -> " edition " + query.edition()).orElse("");
    AuditTrail.note(context, AuditKind.SAVED_QUERY, done, id, what + edition);
  }
}

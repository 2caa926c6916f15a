package city.chengmai.dashboard.page.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.Account;
import city.chengmai.dashboard.access.Accounts;
import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.Passwords;
import city.chengmai.dashboard.access.Sessions;
import city.chengmai.dashboard.access.SignIn;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.DoorCookies;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** One's own account: who I am, and a new password. */
public final class OwnAccountRoutes implements RouteGroup {

  /** What became of a new password. */
  private record Change(String problem, Optional<String> token) {}

  private static final int BAD = 400;

  private final Workers workers;
  private final Pages pages;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Passwords passwords;
  private final DoorCookies cookies;
  private final InstantSource clock;

  /**
   * Routes over these parts.
   *
   * @param clock real time
   */
  public OwnAccountRoutes(
      Workers workers,
      Pages pages,
      Accounts accounts,
      Sessions sessions,
      SignIn signIn,
      Passwords passwords,
      DoorCookies cookies,
      InstantSource clock) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.accounts = requireNonNull(accounts, "accounts");
    this.sessions = requireNonNull(sessions, "sessions");
    this.signIn = requireNonNull(signIn, "signIn");
    this.passwords = requireNonNull(passwords, "passwords");
    this.cookies = requireNonNull(cookies, "cookies");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void mount(Router router) {
    router.get("/account").handler(context -> show(context, done(context)));
    AccessForm.form(router.post("/account/password")).handler(this::change);
  }

  private static String done(RoutingContext context) {
    return "1".equals(context.request().getParam("changed")) ? "account.changed" : "";
  }

  private void show(RoutingContext context, String notice) {
    String area = Visit.of(context).visitor().areaId();
    pages.show(
        context,
        "account",
        () ->
            Map.of(
                "notice",
                notice,
                "noticeGood",
                notice.equals("account.changed"),
                "areaId",
                area,
                "shortest",
                Passwords.SHORTEST));
  }

  private void change(RoutingContext context) {
    String name = AccessForm.who(context);
    String old = AccessForm.raw(context, "old");
    String wanted = AccessForm.raw(context, "new");
    String again = AccessForm.raw(context, "again");
    String problem =
        wanted.equals(again) ? Passwords.problem(wanted, name) : "account.problem.again";
    if (!problem.isEmpty()) {
      refuse(context, problem);
      return;
    }
    String address = Visit.of(context).address();
    workers
        .call(() -> change(name, old, wanted, address))
        .onSuccess(change -> answer(context, change))
        .onFailure(context::fail);
  }

  private Change change(String name, String old, String wanted, String address) {
    Optional<Account> proved = signIn.proved(name, old, address);
    if (proved.isEmpty()) {
      return new Change("account.problem.old", Optional.empty());
    }
    String hash = passwords.hash(wanted);
    // Hashing takes long: whoever was disabled or put out meanwhile stays so.
    Optional<Account> still =
        accounts
            .find(name)
            .filter(now -> !now.disabled())
            .filter(now -> now.sessionsFrom().equals(proved.get().sessionsFrom()));
    if (still.isEmpty()) {
      return new Change("account.problem.meanwhile", Optional.empty());
    }
    Instant now = clock.instant();
    accounts.save(still.get().withPassword(hash, name, now));
    return new Change("", Optional.of(sessions.begin(name, now)));
  }

  private void answer(RoutingContext context, Change change) {
    if (change.token().isEmpty()) {
      AuditTrail.note(context, AuditKind.PASSWORD, false, AccessForm.who(context), "own password");
      refuse(context, change.problem());
      return;
    }
    AccessForm.note(context, AuditKind.PASSWORD, AccessForm.who(context), "own password");
    cookies.session(context, change.token().get());
    AccessForm.redirect(context, "/account?changed=1");
  }

  private void refuse(RoutingContext context, String problem) {
    context.response().setStatusCode(BAD);
    show(context, problem);
  }
}

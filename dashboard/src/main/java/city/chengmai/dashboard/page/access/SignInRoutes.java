package city.chengmai.dashboard.page.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.Doorkeeper;
import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.access.Sessions;
import city.chengmai.dashboard.access.SignIn;
import city.chengmai.dashboard.access.Visitor;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.DoorCookies;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Messages;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Signing in and out, and where each role begins. */
public final class SignInRoutes implements RouteGroup {

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final String NAME = "[a-z0-9._-]{1,32}";

  private final Workers workers;
  private final Pages pages;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Doorkeeper doorkeeper;
  private final DoorCookies cookies;
  private final boolean provider;
  private final InstantSource clock;

  /**
   * Routes over these parts.
   *
   * @param provider whether there is a provider of identities too
   * @param clock real time
   */
  public SignInRoutes(
      Workers workers,
      Pages pages,
      SignIn signIn,
      Sessions sessions,
      Doorkeeper doorkeeper,
      DoorCookies cookies,
      boolean provider,
      InstantSource clock) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.signIn = requireNonNull(signIn, "signIn");
    this.sessions = requireNonNull(sessions, "sessions");
    this.doorkeeper = requireNonNull(doorkeeper, "doorkeeper");
    this.cookies = requireNonNull(cookies, "cookies");
    this.provider = provider;
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void mount(Router router) {
    router
        .get("/")
        .handler(context -> AccessForm.redirect(context, home(Visit.of(context).visitor())));
    router.get("/sign-in").handler(this::page);
    AccessForm.form(router.post("/sign-in")).handler(this::sign);
    AccessForm.form(router.post("/sign-out")).handler(this::signOut);
  }

  /** The page that a role begins with. */
  static String home(Visitor visitor) {
    if (visitor.role() == Role.AUDITOR) {
      return "/audit";
    }
    return visitor.areaId().isEmpty()
        ? visitor.board().map(board -> board.path()).orElse("/wall")
        : "/grids";
  }

  private void page(RoutingContext context) {
    Visitor visitor = Visit.of(context).visitor();
    if (visitor.hasAccount() || visitor.role() == Role.LOCAL) {
      AccessForm.redirect(context, home(visitor));
    } else {
      boolean refused = "refused".equals(context.request().getParam("provider"));
      String notice = refused ? pages.messages(context).text("sign-in.provider-refused") : "";
      show(context, local(context.request().getParam("to")), "", notice);
    }
  }

  private void sign(RoutingContext context) {
    String name = SignIn.name(AccessForm.raw(context, "account"));
    String password = AccessForm.raw(context, "password");
    String address = Visit.of(context).address();
    if (Visit.of(context).visitor().role() == Role.LOCAL) {
      AccessForm.redirect(context, "/");
      return;
    }
    Duration wait = signIn.wait(name, address);
    if (!wait.isZero()) {
      refuse(context, name, wait);
      return;
    }
    workers
        .call(() -> signIn.sign(name, password, address))
        .onSuccess(answer -> answer(context, name, answer))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, String name, SignIn.Answer answer) {
    if (answer.token().isEmpty() || answer.account().isEmpty()) {
      refuse(context, name, answer.pause());
      return;
    }
    AuditTrail.noteSignIn(
        context, name, answer.account().get().role().wireName(), true, "password");
    String to = local(AccessForm.raw(context, "to"));
    endOld(context)
        .onSuccess(
            ended -> {
              cookies.session(context, answer.token().get());
              AccessForm.redirect(context, to.isEmpty() ? "/" : to);
            })
        .onFailure(context::fail);
  }

  private void refuse(RoutingContext context, String name, Duration wait) {
    // A password in the field of the name must not stand in the log.
    AuditTrail.noteSignIn(context, name.matches(NAME) ? name : "?", "nobody", false, "password");
    Messages messages = pages.messages(context);
    boolean early = !wait.isZero();
    context.response().setStatusCode(early ? TOO_MANY : UNAUTHORIZED);
    long seconds = wait.toSeconds() + 1;
    if (early) {
      context.response().putHeader("Retry-After", String.valueOf(seconds));
    }
    show(
        context,
        local(AccessForm.raw(context, "to")),
        name,
        early ? messages.text("sign-in.wait", seconds) : messages.text("sign-in.wrong"));
  }

  private void signOut(RoutingContext context) {
    AccessForm.note(context, AuditKind.SIGN_OUT, "", "");
    endOld(context)
        .onSuccess(
            ended -> {
              cookies.forgetSession(context);
              AccessForm.redirect(context, "/sign-in");
            })
        .onFailure(context::fail);
  }

  /** A browser has one session: a new one ends the old, and its token is never taken over. */
  private Future<Boolean> endOld(RoutingContext context) {
    String old = cookies.session(context);
    return old.isEmpty()
        ? Future.succeededFuture(false)
        : workers.call(
            () -> {
              sessions.end(old, clock.instant());
              doorkeeper.forget(old);
              return true;
            });
  }

  private void show(RoutingContext context, String to, String name, String notice) {
    Map<String, Object> model = new HashMap<>();
    model.put("to", to);
    model.put("account", name);
    model.put("notice", notice);
    model.put("provider", provider);
    pages.show(context, "sign-in", () -> model);
  }

  /** Only an address of ours: a link must not lead a visitor elsewhere after the sign-in. */
  private static String local(String to) {
    return Optional.ofNullable(to).filter(path -> path.matches("/[^/\\\\\\p{Cntrl}].*")).orElse("");
  }
}

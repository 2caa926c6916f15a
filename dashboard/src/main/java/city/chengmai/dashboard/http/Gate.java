package city.chengmai.dashboard.http;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.Board;
import city.chengmai.dashboard.access.Doorkeeper;
import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.access.RouteTable.Found;
import city.chengmai.dashboard.access.SecretToken;
import city.chengmai.dashboard.access.Verdict;
import city.chengmai.dashboard.access.Visitor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Stands before all routes of the table: finds out who asks, lets pass what the table allows, and
 * answers the rest. What has no row passes nobody but the local visitor, who finds nothing there.
 */
public final class Gate implements RouteGroup {

  /**
   * What the gate asks.
   *
   * @param trail where it is kept what was done
   * @param areasWithin all areas of the area of this id, itself among them; must not block
   * @param behindProxy whether a proxy tells in {@code X-Forwarded-For} where requests come from
   * @param requestsPerMinute of one session or screen
   * @param names by which whoever need not sign in may ask
   * @param metricsToken with which a collector reads figures without an account; empty: none may
   */
  public record Means(
      Doorkeeper doorkeeper,
      AuditTrail trail,
      Function<String, Set<String>> areasWithin,
      DoorCookies cookies,
      boolean behindProxy,
      String metricsToken,
      int requestsPerMinute,
      OwnNames names) {}

  private static final int SEE_OTHER = 303;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final long LOOK_AGAIN_MILLIS = 3_000;
  private static final String TOKEN_IN_ADDRESS = "screen";
  private static final String STREAM = "/events/wall";
  private static final String ASSETS = "/assets/";
  private static final String ICON = "/favicon.ico";
  private static final Set<String> HEALTH = Set.of("/health", "/ready");

  private final Workers workers;
  private final Pages pages;
  private final Means means;
  private final Rates rates;

  /** A gate over these means. */
  public Gate(Workers workers, Pages pages, Means means) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.means = requireNonNull(means, "means");
    this.rates = new Rates(means.requestsPerMinute());
  }

  @Override
  public void mount(Router router) {
    router.route().handler(this::ask);
  }

  private void ask(RoutingContext context) {
    means.trail().keep(context);
    String session = Visit.cookie(context, DoorCookies.SESSION);
    String screen = screenToken(context);
    Optional<Visitor> known = means.doorkeeper().known(session, screen);
    if (known.isPresent()) {
      judge(context, known.get());
      return;
    }
    if (!rates.ofAddress(address(context))) {
      tooMany(context);
      return;
    }
    if (isFile(context)) {
      visit(context, Visitor.NOBODY).keep(context);
      context.next();
      return;
    }
    context.request().pause();
    workers
        .call(() -> means.doorkeeper().visitor(session, screen))
        .onSuccess(
            visitor -> {
              context.request().resume();
              judge(context, visitor);
            })
        .onFailure(
            failure -> {
              context.request().resume();
              if (HEALTH.contains(context.normalizedPath())) {
                judge(context, Visitor.NOBODY);
              } else {
                context.fail(failure);
              }
            });
  }

  /** What pages are drawn with is served while the store that has the accounts is away. */
  private static boolean isFile(RoutingContext context) {
    String path = context.normalizedPath();
    return context.request().method().equals(HttpMethod.GET)
        && (path.startsWith(ASSETS) || path.equals(ICON));
  }

  private void judge(RoutingContext context, Visitor visitor) {
    if (!isWithinRate(context, visitor)) {
      tooMany(context);
      return;
    }
    visit(context, visitor).keep(context);
    if (visitor.role() == Role.LOCAL && !means.names().cover(context.request())) {
      ErrorAnswer.otherName(context);
      return;
    }
    Optional<Found> found =
        RouteTable.find(context.request().method().name(), context.normalizedPath());
    if (visitor.role() == Role.LOCAL && found.isEmpty()) {
      context.next();
    } else if (found.isEmpty()) {
      context.fail(NOT_FOUND);
    } else if (isCollector(context, found.get())) {
      context.next();
    } else {
      judge(context, visitor, found.get());
    }
  }

  private boolean isWithinRate(RoutingContext context, Visitor visitor) {
    return switch (visitor.role()) {
      case LOCAL -> true;
      case NOBODY -> rates.ofStranger(address(context));
      default -> rates.ofVisitor(visitor.role().wireName() + " " + visitor.name());
    };
  }

  private static void tooMany(RoutingContext context) {
    context.response().putHeader("Retry-After", "5");
    context.fail(TOO_MANY);
  }

  private void judge(RoutingContext context, Visitor visitor, Found found) {
    switch (Verdict.of(found, visitor, means.areasWithin())) {
      case ALLOWED -> allow(context, visitor);
      case SIGN_IN -> askToSignIn(context);
      default -> refuse(context);
    }
  }

  /** The address of a screen has its token once; afterwards the cookie has it. */
  private void allow(RoutingContext context, Visitor visitor) {
    String token = context.request().getParam(TOKEN_IN_ADDRESS);
    Optional<Board> board = visitor.board();
    if (token != null && board.isPresent() && isPage(context)) {
      means.cookies().screen(context, token);
      redirect(context, board.get().path());
      return;
    }
    if (isStream(context) && visitor.role() != Role.LOCAL) {
      watch(context);
    }
    context.next();
  }

  private static boolean isStream(RoutingContext context) {
    String path = context.normalizedPath();
    return path.equals(STREAM) || path.startsWith(STREAM + "/");
  }

  /** A stream has no end of its own: it ends when whoever hears it may no longer. */
  private void watch(RoutingContext context) {
    String session = Visit.cookie(context, DoorCookies.SESSION);
    String screen = screenToken(context);
    Visitor began = Visit.of(context).visitor();
    long timer =
        context
            .vertx()
            .setPeriodic(
                LOOK_AGAIN_MILLIS,
                look ->
                    workers
                        .call(() -> means.doorkeeper().again(session, screen))
                        .onSuccess(
                            visitor -> {
                              if (!visitor.equals(began) && !context.response().ended()) {
                                context.response().end();
                              }
                            }));
    context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
  }

  private void askToSignIn(RoutingContext context) {
    String screen = screenToken(context);
    if (!screen.isEmpty() && isPage(context)) {
      context.response().setStatusCode(FORBIDDEN);
      pages.show(context, "screen-refused", Map::of);
    } else if (isPage(context)) {
      redirect(context, "/sign-in?to=" + encoded(context.request().uri()));
    } else {
      context.fail(UNAUTHORIZED);
    }
  }

  private static void refuse(RoutingContext context) {
    String asked = context.request().method() + " " + context.normalizedPath();
    AuditTrail.note(context, AuditKind.PAGE, false, asked, "");
    ErrorAnswer.noRight(context);
  }

  private Visit visit(RoutingContext context, Visitor visitor) {
    Optional<Set<String>> areas =
        Optional.of(visitor.areaId())
            .filter(area -> !area.isEmpty())
            .map(area -> means.areasWithin().apply(area));
    return new Visit(visitor, address(context), areas, formToken(context, visitor));
  }

  private String formToken(RoutingContext context, Visitor visitor) {
    if (visitor.role() == Role.LOCAL) {
      return "";
    }
    String own =
        switch (visitor.role()) {
          case NOBODY -> Visit.cookie(context, DoorCookies.FORM);
          case WALL -> screenToken(context);
          default -> Visit.cookie(context, DoorCookies.SESSION);
        };
    if (!own.isEmpty()) {
      return SecretToken.forForms(own);
    }
    String made = SecretToken.make();
    if (isPage(context)) {
      means.cookies().form(context, made);
    }
    return SecretToken.forForms(made);
  }

  private boolean isCollector(RoutingContext context, Found found) {
    String given = context.request().getHeader("Authorization");
    return found.row().path().equals("/metrics")
        && given != null
        && !means.metricsToken().isEmpty()
        && SecretToken.equal(given, "Bearer " + means.metricsToken());
  }

  private static String screenToken(RoutingContext context) {
    String given = context.request().getParam(TOKEN_IN_ADDRESS);
    return given == null ? Visit.cookie(context, DoorCookies.SCREEN) : given;
  }

  private static boolean isPage(RoutingContext context) {
    String accepted = context.request().getHeader("Accept");
    return context.request().method().equals(HttpMethod.GET)
        && accepted != null
        && accepted.contains("text/html");
  }

  /**
   * Behind a proxy the last hop is the one that our proxy saw; what stands before it is a claim.
   */
  private String address(RoutingContext context) {
    List<String> headers = context.request().headers().getAll("X-Forwarded-For");
    if (!means.behindProxy() || headers.isEmpty()) {
      return Visit.remote(context);
    }
    String forwarded = headers.get(headers.size() - 1);
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  private static void redirect(RoutingContext context, String to) {
    // A language that the address chose holds on the page that follows.
    RequestLanguage.of(context);
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", to)
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package city.chengmai.dashboard.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * The cookies that say who it is: scripts cannot read them, other sites cannot send them with a
 * form, and under TLS they never leave it.
 *
 * @param secure whether browsers reach us by TLS only
 */
public record DoorCookies(boolean secure) {

  static final String SESSION = "session";
  static final String SCREEN = "screen";
  static final String FORM = "form";

  private static final String TRIP = "trip";
  private static final long TRIP_SECONDS = 600;
  private static final long YEAR_SECONDS = 31_536_000;

  /** Remembers a session until the browser ends; the store knows when it is over. */
  public void session(RoutingContext context, String token) {
    context.response().addCookie(cookie(SESSION, token));
  }

  /** The token of the session that a browser holds; empty without one. */
  public String session(RoutingContext context) {
    return Visit.cookie(context, SESSION);
  }

  /** Remembers the token of a screen for a year, since nobody stands before it. */
  public void screen(RoutingContext context, String token) {
    context.response().addCookie(cookie(SCREEN, token).setMaxAge(YEAR_SECONDS));
  }

  /** What a browser keeps while it is at the provider of identities. */
  public void trip(RoutingContext context, String text) {
    context.response().addCookie(cookie(TRIP, text).setMaxAge(TRIP_SECONDS));
  }

  /** The trip that a browser is on; empty without one. */
  public String trip(RoutingContext context) {
    return Visit.cookie(context, TRIP);
  }

  /** A trip ends once. */
  public void forgetTrip(RoutingContext context) {
    context.response().addCookie(cookie(TRIP, "").setMaxAge(0));
  }

  void form(RoutingContext context, String token) {
    context.response().addCookie(cookie(FORM, token));
  }

  /** Forgets the session. */
  public void forgetSession(RoutingContext context) {
    context.response().addCookie(cookie(SESSION, "").setMaxAge(0));
  }

  private Cookie cookie(String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}

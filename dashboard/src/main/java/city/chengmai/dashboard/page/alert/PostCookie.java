package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.http.Visit;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The post (岗位) that acts from this browser, as it was typed last. Not a proof of anybody: it is
 * for a machine where sign-in is off.
 */
public final class PostCookie {

  private static final String NAME = "post";
  private static final long YEAR_SECONDS = 31_536_000;

  private PostCookie() {}

  /** The post that was typed last; empty at first. */
  public static String of(RoutingContext context) {
    Cookie cookie = context.request().getCookie(NAME);
    try {
      return cookie == null ? "" : URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  /** Remembers it in the browser; an account needs no remembering. */
  public static void remember(RoutingContext context, String post) {
    if (Visit.of(context).actor().isPresent()) {
      return;
    }
    context
        .response()
        .addCookie(
            Cookie.cookie(NAME, URLEncoder.encode(post, StandardCharsets.UTF_8))
                .setPath("/")
                .setMaxAge(YEAR_SECONDS)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT));
  }
}

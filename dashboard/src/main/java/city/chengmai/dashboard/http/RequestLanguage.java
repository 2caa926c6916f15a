package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Language;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Which language a request asks for: address, then cookie, then Chinese. */
public final class RequestLanguage {

  private static final String NAME = "lang";
  private static final long YEAR_SECONDS = 31_536_000;

  private RequestLanguage() {}

  /** The language; a choice made in the address is remembered in a cookie. */
  public static Language of(RoutingContext context) {
    Optional<Language> chosen = Language.of(context.request().getParam(NAME));
    chosen.ifPresent(language -> remember(context, language));
    return chosen.or(() -> remembered(context.request().getCookie(NAME))).orElse(Language.CHINESE);
  }

  private static Optional<Language> remembered(Cookie cookie) {
    return cookie == null ? Optional.empty() : Language.of(cookie.getValue());
  }

  private static void remember(RoutingContext context, Language language) {
    if (context.response().headWritten()) {
      return;
    }
    context
        .response()
        .addCookie(
            Cookie.cookie(NAME, language.tag())
                .setPath("/")
                .setMaxAge(YEAR_SECONDS)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX));
  }
}

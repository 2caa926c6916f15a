package city.chengmai.dashboard.http;

import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.access.SecretToken;
import city.chengmai.dashboard.access.Visitor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes a request, as the gate found out: pages and handlers ask here.
 *
 * @param visitor as whom it is answered
 * @param address where it comes from
 * @param areas areas that it is held to; empty: the city
 * @param formToken what forms of this browser carry; empty while sign-in is off
 */
public record Visit(
    Visitor visitor, String address, Optional<Set<String>> areas, String formToken) {

  /** Name of the field and, in lower case with dashes, of the header that carry the token. */
  public static final String FORM_FIELD = "form_token";

  static final String FORM_HEADER = "X-Form-Token";

  private static final String KEY = "visit";
  private static final Set<Role> ACTING = Set.of(Role.LOCAL, Role.OPERATOR, Role.ADMIN);
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** The visit of a request; the local visitor's where no gate stands before a route. */
  public static Visit of(RoutingContext context) {
    Visit visit = context.get(KEY);
    return visit == null ? new Visit(Visitor.LOCAL, remote(context), Optional.empty(), "") : visit;
  }

  void keep(RoutingContext context) {
    context.put(KEY, this);
  }

  /** Whether an area may be shown; the empty one is the city. */
  public boolean mayShow(String areaId) {
    return areas.map(held -> held.contains(areaId)).orElse(true);
  }

  /** The name under which an account acts; empty where people type a post. */
  public Optional<String> actor() {
    String shown = visitor.shownName();
    String both = shown.equals(visitor.name()) ? shown : shown + " (" + visitor.name() + ")";
    return visitor.hasAccount() ? Optional.of(both) : Optional.empty();
  }

  /** Whether a request that changes something carries the token of its page. */
  boolean hasFormToken(RoutingContext context) {
    if (formToken.isEmpty() || SAFE.contains(context.request().method())) {
      return true;
    }
    String header = context.request().getHeader(FORM_HEADER);
    String given = header == null ? context.request().getFormAttribute(FORM_FIELD) : header;
    return given != null && SecretToken.equal(given, formToken);
  }

  /** What a page tells its templates of its visitor. */
  Map<String, Object> model() {
    return Map.of(
        "name", visitor.name(),
        "shownName", visitor.shownName(),
        "role", visitor.role().wireName(),
        "account", visitor.hasAccount(),
        "acts", ACTING.contains(visitor.role()));
  }

  static String remote(RoutingContext context) {
    return context.request().remoteAddress() == null
        ? ""
        : context.request().remoteAddress().hostAddress();
  }

  static String cookie(RoutingContext context, String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null ? "" : cookie.getValue();
  }
}

package city.chengmai.dashboard.page.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.Account;
import city.chengmai.dashboard.access.OpenId;
import city.chengmai.dashboard.access.OpenId.Trip;
import city.chengmai.dashboard.access.SecretToken;
import city.chengmai.dashboard.access.SignIn;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.DoorCookies;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Workers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To the provider of identities and back. */
public final class OpenIdRoutes implements RouteGroup {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdRoutes.class);

  /** Somebody that the provider knows; without a session when no account has that name. */
  private record Known(String name, Optional<Account> account, Optional<String> token) {}

  private final Workers workers;
  private final OpenId provider;
  private final SignIn signIn;
  private final DoorCookies cookies;

  /** Routes to this provider. */
  public OpenIdRoutes(Workers workers, OpenId provider, SignIn signIn, DoorCookies cookies) {
    this.workers = requireNonNull(workers, "workers");
    this.provider = requireNonNull(provider, "provider");
    this.signIn = requireNonNull(signIn, "signIn");
    this.cookies = requireNonNull(cookies, "cookies");
  }

  @Override
  public void mount(Router router) {
    router.get("/sign-in/provider").handler(this::leave);
    router.get("/sign-in/provider/back").handler(this::comeBack);
  }

  private void leave(RoutingContext context) {
    Trip trip = provider.trip();
    workers
        .call(() -> provider.begin(trip))
        .onSuccess(
            to -> {
              cookies.trip(context, trip.text());
              AccessForm.redirect(context, to.toString());
            })
        .onFailure(e -> refuse(context, "?", e));
  }

  private void comeBack(RoutingContext context) {
    Trip trip = Trip.of(cookies.trip(context));
    String state = Optional.ofNullable(context.request().getParam("state")).orElse("");
    String code = Optional.ofNullable(context.request().getParam("code")).orElse("");
    cookies.forgetTrip(context);
    if (state.isEmpty() || code.isEmpty() || !SecretToken.equal(state, trip.state())) {
      refuse(context, "?", new IllegalArgumentException("no trip of this browser"));
      return;
    }
    workers
        .call(() -> known(code, trip))
        .onSuccess(known -> answer(context, known))
        .onFailure(e -> refuse(context, "?", e));
  }

  private Known known(String code, Trip trip) throws OpenId.RefusedException {
    String name = provider.name(code, trip);
    SignIn.Answer answer = signIn.vouched(name);
    return new Known(name, answer.account(), answer.token());
  }

  private void answer(RoutingContext context, Known known) {
    if (known.token().isEmpty() || known.account().isEmpty()) {
      refuse(context, known.name(), new IllegalArgumentException("no account of this name"));
      return;
    }
    AuditTrail.noteSignIn(
        context, known.name(), known.account().get().role().wireName(), true, "provider");
    cookies.session(context, known.token().get());
    AccessForm.redirect(context, "/");
  }

  private static void refuse(RoutingContext context, String name, Throwable why) {
    LOG.warn("sign-in at the provider failed: {}", why.getMessage());
    AuditTrail.noteSignIn(context, name, "nobody", false, "provider");
    AccessForm.redirect(context, "/sign-in?provider=refused");
  }
}

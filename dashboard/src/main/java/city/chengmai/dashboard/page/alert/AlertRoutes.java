package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.alert.AlertAction;
import city.chengmai.dashboard.alert.AlertJournal;
import city.chengmai.dashboard.alert.AlertJournal.Answer;
import city.chengmai.dashboard.alert.AlertJournal.Outcome;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.Store;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** The list of alerts, one alert, and what people do about it. */
public final class AlertRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;
  private static final int BAD = 400;
  private static final int CONFLICT = 409;
  private static final int SEE_OTHER = 303;
  private static final int LONGEST_BODY = 16 * 1024;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final AlertQueries alerts;
  private final PortraitQueries portraits;
  private final AlertJournal journal;
  private final AlertReader reader;

  /** Routes that read from this store and write into this journal. */
  public AlertRoutes(
      Workers workers, Pages pages, CityDirectory city, Store store, AlertJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.alerts = new AlertQueries(store);
    this.portraits = new PortraitQueries(store);
    this.journal = journal;
    this.reader = new AlertReader(alerts, journal);
  }

  @Override
  public void mount(Router router) {
    router.get("/alerts").handler(this::list);
    router.get("/alert/:alert").handler(context -> show(context, ""));
    router.get("/api/alerts").handler(this::listJson);
    router.get("/api/alert/:alert").handler(this::json);
    router
        .post("/alert/:alert/actions")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::act);
  }

  private void list(RoutingContext context) {
    AlertList.Wish wish = wish(context);
    Figures figures = figures(context);
    CityModel model = shown(context);
    pages.show(context, "alerts", () -> new AlertList(alerts, model, figures, now()).model(wish));
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = figures(context);
    String key = context.pathParam("alert");
    String post = PostCookie.of(context);
    Visit visit = Visit.of(context);
    CityModel shown = shown(context);
    pages.show(context, "alert", () -> model(file(key, visit), shown, figures, post, notice));
  }

  private Map<String, Object> model(
      AlertFile file, CityModel shown, Figures figures, String post, String notice) {
    Map<String, Object> model =
        new AlertView(file, shown, figures).model(portraits.portraits(city.moment().day()));
    ActionChoices.put(model, file, figures.messages());
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  private void act(RoutingContext context) {
    Map<String, String> fields = texts(context.request().formAttributes());
    Visit.of(context).actor().ifPresent(actor -> fields.put("actor", actor));
    ActionForm form = ActionForm.of(fields, now());
    if (form.action().isEmpty()) {
      refuse(context, BAD, pages.messages(context).text(form.problem()));
      return;
    }
    AlertAction action = form.action().get();
    String key = context.pathParam("alert");
    workers
        .call(() -> journal.act(found(key), action, now()))
        .onSuccess(answer -> answer(context, key, action, answer))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, String key, AlertAction action, Answer answer) {
    boolean refused = answer.outcome() == Outcome.REFUSED;
    AuditTrail.note(
        context,
        AuditKind.ALERT_ACTION,
        !refused,
        key,
        action.kind().wireName() + " " + action.comment());
    if (refused) {
      Messages messages = pages.messages(context);
      refuse(
          context,
          CONFLICT,
          messages.text(
              "alert.form.refused",
              messages.text("alert.do." + action.kind().wireName()),
              messages.text("standing." + answer.standing().wireName())));
      return;
    }
    PostCookie.remember(context, action.actor());
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", "/alert/" + PathSegment.of(key) + "#history")
        .end();
  }

  private void refuse(RoutingContext context, int status, String notice) {
    context.response().setStatusCode(status);
    show(context, notice);
  }

  private void listJson(RoutingContext context) {
    ListWish wish = ListWish.of(context.queryParams(), Visit.of(context).areas(), now());
    json(context, () -> new AlertJson(city.model()).list(ListPage.read(alerts, wish)));
  }

  private void json(RoutingContext context) {
    String key = context.pathParam("alert");
    Visit visit = Visit.of(context);
    json(context, () -> new AlertJson(city.model()).file(file(key, visit)));
  }

  private void json(RoutingContext context, Callable<JsonObject> body) {
    workers
        .call(body)
        .onSuccess(
            answer -> {
              context.response().putHeader("Cache-Control", "no-store");
              context.json(answer);
            })
        .onFailure(context::fail);
  }

  /** Whoever is held to areas sees an alert that lies within them as a whole. */
  private AlertFile file(String key, Visit visit) {
    return reader
        .read(key, now())
        .filter(file -> file.areas().stream().allMatch(visit::mayShow))
        .orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private static AlertList.Wish wish(RoutingContext context) {
    return AlertList.Wish.of(texts(context.queryParams())).heldTo(Visit.of(context).areas());
  }

  private CityModel shown(RoutingContext context) {
    return city.model().only(Visit.of(context).areas());
  }

  private AlertRow found(String key) {
    return alerts.find(now(), key).orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private Instant now() {
    return city.moment().now();
  }

  private static Map<String, String> texts(MultiMap parameters) {
    Map<String, String> texts = new HashMap<>();
    parameters.forEach(entry -> texts.putIfAbsent(entry.getKey(), entry.getValue().strip()));
    return texts;
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }
}

package city.chengmai.dashboard.page.classes;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.alert.PostCookie;
import city.chengmai.dashboard.page.campaign.EffectView;
import city.chengmai.dashboard.page.classes.ClassJournal.Fix;
import city.chengmai.dashboard.query.ClassQueries;
import city.chengmai.dashboard.query.ClassQueries.ClassRow;
import city.chengmai.dashboard.query.ClassQueries.FixRow;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of classes (一类事): ranked, with evidence; what was done about them, and what it changed.
 */
public final class ClassRoutes implements RouteGroup {

  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_MEASURE = 200;
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final ClassQueries queries;
  private final ClassJournal journal;

  /** Routes that read by these queries and write into this journal. */
  public ClassRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      ClassQueries queries,
      ClassJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public void mount(Router router) {
    router.get("/classes").handler(context -> show(context, ""));
    router
        .post("/classes/:class/fixes")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::keep);
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String post = PostCookie.of(context);
    pages.show(context, "classes", () -> model(figures, post, notice));
  }

  private Map<String, Object> model(Figures figures, String post, String notice) {
    List<FixRow> fixes = queries.fixes("");
    EffectView effects = new EffectView(city.model(), figures);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "classes",
        queries.classes().stream()
            .map(row -> ClassView.of(row, fixes, city.model(), figures))
            .toList());
    model.put("effects", queries.effects().stream().map(effects::card).toList());
    model.put("today", today().toString());
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  private LocalDate today() {
    return city.moment().now().atZone(city.model().facts().zone()).toLocalDate();
  }

  private void keep(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Optional<LocalDate> start = day(text(form, "started_on"));
    Fix fix =
        new Fix(
            text(form, "fix_id"),
            text(form, "measure"),
            start.orElse(LocalDate.EPOCH),
            Visit.of(context).actor().orElseGet(() -> text(form, "actor")));
    String problem = problem(fix, start.isPresent());
    if (!problem.isEmpty()) {
      context.response().setStatusCode(BAD_REQUEST);
      show(context, pages.messages(context).text(problem));
      return;
    }
    String id = context.pathParam("class");
    workers
        .call(
            () -> {
              ClassRow found = queries.find(id).orElseThrow(() -> new HttpException(NOT_FOUND));
              journal.keep(found, fix, city.moment().now());
              return found;
            })
        .onSuccess(
            found -> {
              AuditTrail.note(
                  context,
                  AuditKind.CLASS_FIX,
                  true,
                  found.classId(),
                  fix.startedOn() + " " + fix.measure());
              PostCookie.remember(context, fix.actor());
              context.response().setStatusCode(303).putHeader("Location", "/classes").end();
            })
        .onFailure(context::fail);
  }

  private String problem(Fix fix, boolean dated) {
    if (!fix.id().matches("[0-9a-zA-Z-]{8,64}")) {
      return "alert.form.broken";
    }
    if (fix.actor().isEmpty()) {
      return "alert.form.no-actor";
    }
    if (fix.measure().isEmpty()) {
      return "classes.no-measure";
    }
    if (!dated || fix.startedOn().isAfter(today())) {
      return "classes.no-day";
    }
    boolean tooLong =
        fix.actor().length() > LONGEST_POST || fix.measure().length() > LONGEST_MEASURE;
    return tooLong ? "alert.form.too-long" : "";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}

package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.bulletin.BulletinJournal;
import city.chengmai.dashboard.bulletin.BulletinJournal.Answer;
import city.chengmai.dashboard.bulletin.BulletinJournal.Outcome;
import city.chengmai.dashboard.bulletin.BulletinState;
import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.alert.PostCookie;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.report.ChartPaper.Medium;
import city.chengmai.dashboard.report.PdfPrinter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list of bulletins, one bulletin on screen and as a document, and the forms to act on it. */
public final class BulletinRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;
  private static final int BAD = 400;
  private static final int CONFLICT = 409;
  private static final int SEE_OTHER = 303;
  private static final int LONGEST_BODY = 256 * 1024;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final BulletinQueries queries;
  private final BulletinJournal journal;
  private final PdfPrinter printer;
  private final BulletinPaper paper;

  /** Routes that read by these queries, write into this journal and print with this printer. */
  public BulletinRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      BulletinQueries queries,
      BulletinJournal journal,
      PdfPrinter printer) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.journal = journal;
    this.printer = printer;
    this.paper = new BulletinPaper(pages, city);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    router.get("/bulletins").handler(this::list);
    router.get("/bulletin/:bulletin.pdf").handler(this::document);
    router.get("/bulletin/:bulletin").handler(context -> show(context, ""));
    router.get("/bulletin/:bulletin/edit").handler(context -> form(context, Optional.empty(), ""));
    router
        .post("/bulletin/:bulletin/editions")
        .handler(body)
        .handler(new SameOrigin())
        .handler(this::edit);
    router
        .post("/bulletin/:bulletin/publication")
        .handler(body)
        .handler(new SameOrigin())
        .handler(this::publish);
  }

  private void list(RoutingContext context) {
    Figures figures = figures(context);
    String kind = parameter(context, "kind");
    String state = parameter(context, "state");
    pages.show(context, "bulletins", () -> new BulletinList(queries, figures).model(kind, state));
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = figures(context);
    String id = context.pathParam("bulletin");
    String number = parameter(context, "edition");
    String post = PostCookie.of(context);
    pages.show(context, "bulletin", () -> model(found(id, number), figures, post, notice));
  }

  private Map<String, Object> model(Edition edition, Figures figures, String post, String notice) {
    Map<String, Object> model = new BulletinView(edition, figures, Medium.PAGE).model();
    var steps = journal.steps(edition.period().id());
    model.put("steps", steps.stream().map(row -> BulletinView.step(row, figures)).toList());
    boolean latest = steps.stream().noneMatch(row -> row.edition() > edition.number());
    model.put("latest", latest);
    model.put("open", latest && edition.state() != BulletinState.PUBLISHED);
    model.put("stepId", UUID.randomUUID().toString());
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  /** The form, with what was typed where it could not be taken. */
  private void form(RoutingContext context, Optional<EditForm> typed, String notice) {
    Figures figures = figures(context);
    String id = context.pathParam("bulletin");
    String post = PostCookie.of(context);
    pages.show(
        context,
        "bulletin-edit",
        () -> {
          Edition edition = found(id, "");
          Map<String, Object> model = new BulletinView(edition, figures, Medium.PAGE).model();
          EditionFields.put(model, edition, typed);
          model.put("open", edition.state() != BulletinState.PUBLISHED);
          model.put("stepId", UUID.randomUUID().toString());
          model.put("post", typed.map(form -> form.step().actor()).orElse(post));
          model.put("notice", notice);
          return model;
        });
  }

  private void document(RoutingContext context) {
    String id = context.pathParam("bulletin");
    String number = parameter(context, "edition");
    Language language = RequestLanguage.of(context);
    workers
        .call(() -> paper.xhtml(found(id, number), language))
        .onSuccess(
            html -> {
              AuditTrail.note(context, AuditKind.EXPORT, true, "pdf of bulletin " + id, "");
              printer.answer(context, html, id);
            })
        .onFailure(context::fail);
  }

  private void edit(RoutingContext context) {
    EditForm form = EditForm.of(fields(context));
    if (!form.problem().isEmpty()) {
      refuse(context, BAD, form, form.problem());
      return;
    }
    String id = context.pathParam("bulletin");
    workers
        .call(() -> journal.edit(id, form.step(), form.text(), now()))
        .onSuccess(answer -> answer(context, form, answer))
        .onFailure(context::fail);
  }

  private void publish(RoutingContext context) {
    EditForm form = EditForm.of(fields(context));
    String id = context.pathParam("bulletin");
    if (!form.problem().isEmpty()) {
      context.response().setStatusCode(BAD);
      show(context, pages.messages(context).text(form.problem()));
      return;
    }
    workers
        .call(() -> journal.publish(id, form.step(), now()))
        .onSuccess(answer -> published(context, form, answer))
        .onFailure(context::fail);
  }

  private void published(RoutingContext context, EditForm form, Answer answer) {
    note(context, answer, "publish " + form.step().basedOn());
    switch (answer.outcome()) {
      case UNKNOWN -> context.fail(NOT_FOUND);
      case OVERTAKEN, CLOSED -> {
        context.response().setStatusCode(CONFLICT);
        show(context, pages.messages(context).text(reason(answer, "publish"), by(context, answer)));
      }
      default -> done(context, form);
    }
  }

  private static void note(RoutingContext context, Answer answer, String what) {
    boolean done = answer.outcome() == Outcome.TAKEN || answer.outcome() == Outcome.REPEATED;
    AuditTrail.note(context, AuditKind.BULLETIN, done, context.pathParam("bulletin"), what);
  }

  private void answer(RoutingContext context, EditForm form, Answer answer) {
    note(context, answer, "edit " + form.step().basedOn());
    switch (answer.outcome()) {
      case UNKNOWN -> context.fail(NOT_FOUND);
      case OVERTAKEN, CLOSED -> refuse(context, CONFLICT, form, reason(answer, "edit"), answer);
      default -> done(context, form);
    }
  }

  private static String reason(Answer answer, String what) {
    return answer.outcome() == Outcome.CLOSED
        ? "bulletin.conflict.closed"
        : "bulletin.conflict." + what;
  }

  private String by(RoutingContext context, Answer answer) {
    return answer
        .latest()
        .map(edition -> BulletinView.actor(edition.actor(), pages.messages(context)))
        .orElse("");
  }

  private void done(RoutingContext context, EditForm form) {
    PostCookie.remember(context, form.step().actor());
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", "/bulletin/" + PathSegment.of(context.pathParam("bulletin")))
        .end();
  }

  private void refuse(RoutingContext context, int status, EditForm form, String key) {
    context.response().setStatusCode(status);
    form(context, Optional.of(form), pages.messages(context).text(key));
  }

  private void refuse(
      RoutingContext context, int status, EditForm form, String key, Answer answer) {
    context.response().setStatusCode(status);
    form(context, Optional.of(form), pages.messages(context).text(key, by(context, answer)));
  }

  private Edition found(String id, String number) {
    Optional<Edition> edition =
        number.matches("[1-9][0-9]{0,8}")
            ? journal.edition(id, Integer.parseInt(number))
            : journal.latest(id);
    return edition.orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private Instant now() {
    return city.moment().now();
  }

  /** What was typed; an account acts under its own name, whatever the form says. */
  private static Map<String, String> fields(RoutingContext context) {
    Map<String, String> fields = texts(context);
    Visit.of(context).actor().ifPresent(actor -> fields.put("actor", actor));
    return fields;
  }

  private static Map<String, String> texts(RoutingContext context) {
    Map<String, String> texts = new HashMap<>();
    context
        .request()
        .formAttributes()
        .forEach(entry -> texts.putIfAbsent(entry.getKey(), entry.getValue()));
    return texts;
  }

  private static String parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).orElse("");
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }
}

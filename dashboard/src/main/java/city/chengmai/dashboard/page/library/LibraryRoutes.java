package city.chengmai.dashboard.page.library;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.library.QueryEndpoint;
import city.chengmai.dashboard.library.QueryEndpoints;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.SavedQuery;
import city.chengmai.dashboard.library.Schedule;
import city.chengmai.dashboard.library.ScheduleJournal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of kept statements and one of them with its editions, remarks and endpoints. An account
 * sees what is shared and its own; the rest does not exist for it.
 */
public final class LibraryRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;
  private static final int BAD = 400;
  private static final int CONFLICT = 409;
  private static final int SEE_OTHER = 303;
  private static final int LONGEST_BODY = 16 * 1024;

  private final Workers workers;
  private final Pages pages;
  private final QueryJournal journal;
  private final QueryEndpoints endpoints;
  private final ScheduleJournal schedules;
  private final InstantSource clock = InstantSource.system();

  /** Routes over this journal, these endpoints and these schedules. */
  public LibraryRoutes(
      Workers workers,
      Pages pages,
      QueryJournal journal,
      QueryEndpoints endpoints,
      ScheduleJournal schedules) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.journal = requireNonNull(journal, "journal");
    this.endpoints = requireNonNull(endpoints, "endpoints");
    this.schedules = requireNonNull(schedules, "schedules");
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    SameOrigin ours = new SameOrigin();
    router.get("/queries").handler(this::list);
    router.get("/query/:query").handler(context -> show(context, QueryView.Notice.NONE));
    router.post("/query/:query/remarks").handler(body).handler(ours).handler(this::remark);
    router.post("/query/:query/withdrawal").handler(body).handler(ours).handler(this::withdraw);
    router.post("/query/:query/schedule").handler(body).handler(ours).handler(this::schedule);
    router.post("/query/:query/schedule/stop").handler(body).handler(ours).handler(this::stop);
    router.post("/query/:query/endpoints").handler(body).handler(ours).handler(this::publish);
    router
        .post("/query/:query/endpoints/:endpoint/revoke")
        .handler(body)
        .handler(ours)
        .handler(this::revoke);
  }

  private void list(RoutingContext context) {
    String account = LibraryStep.account(context);
    Figures figures = figures(context);
    boolean any = Visit.of(context).visitor().role() == Role.ADMIN;
    boolean withdrawn = "1".equals(context.request().getParam("withdrawn"));
    pages.show(
        context,
        "queries",
        () -> {
          List<QueryEndpoint> all = any ? endpoints.all() : List.of();
          return new QueryList(journal.list(account, withdrawn), figures, account)
              .model(withdrawn, all);
        });
  }

  private void show(RoutingContext context, QueryView.Notice notice) {
    String account = LibraryStep.account(context);
    String id = context.pathParam("query");
    Figures figures = figures(context);
    pages.show(
        context,
        "query",
        () ->
            new QueryView(journal.editions(id, account), figures, account)
                .model(journal.remarks(id), endpoints.of(id), notice)
                .map(model -> withSchedule(model, id, figures))
                .orElseThrow(() -> new HttpException(NOT_FOUND)));
  }

  private Map<String, Object> withSchedule(Map<String, Object> model, String id, Figures figures) {
    ScheduleView.Content content =
        new ScheduleView.Content(
            schedules.latest(id),
            schedules.runs(id, ScheduleView.RUNS),
            schedules.count(id, ScheduleView.COUNTED));
    model.put("schedule", new ScheduleView(figures, clock.instant()).model(content));
    return model;
  }

  /** Of the edition that was before the eyes, as with an endpoint. */
  private void schedule(RoutingContext context) {
    String id = context.pathParam("query");
    QueryJournal.Step step = LibraryStep.of(context);
    String edition = LibraryStep.text(context, "edition");
    ScheduleForm form =
        edition.matches("[1-9][0-9]{0,6}")
            ? ScheduleForm.of(context.request().formAttributes(), id, Integer.parseInt(edition))
            : new ScheduleForm(Optional.empty(), "schedule.bad.number");
    if (form.schedule().isEmpty()) {
      refuse(context, BAD, form.problem());
      return;
    }
    Schedule wanted = form.schedule().get();
    workers
        .call(() -> isLatest(id, step, wanted.queryEdition()) && schedules.save(step, wanted))
        .onSuccess(taken -> scheduled(context, id, taken, "scheduled"))
        .onFailure(context::fail);
  }

  private void stop(RoutingContext context) {
    String id = context.pathParam("query");
    QueryJournal.Step step = LibraryStep.of(context);
    workers
        .call(
            () ->
                found(id, step.account())
                    && schedules
                        .latest(id)
                        .map(schedule -> schedules.save(step, schedule.stopped()))
                        .orElseThrow(() -> new HttpException(NOT_FOUND)))
        .onSuccess(taken -> scheduled(context, id, taken, "schedule stopped"))
        .onFailure(context::fail);
  }

  private boolean isLatest(String id, QueryJournal.Step step, int edition) {
    SavedQuery latest =
        journal.latest(id, step.account()).orElseThrow(() -> new HttpException(NOT_FOUND));
    return latest.edition() == edition && !latest.withdrawn();
  }

  private void scheduled(RoutingContext context, String id, boolean taken, String what) {
    AuditTrail.note(context, AuditKind.SAVED_QUERY, taken, id, what);
    if (taken) {
      redirect(context, "/query/" + PathSegment.of(id) + "#schedule");
    } else {
      refuse(context, CONFLICT, "schedule.conflict");
    }
  }

  private void remark(RoutingContext context) {
    String id = context.pathParam("query");
    String said = LibraryStep.text(context, "remark");
    QueryJournal.Step step = LibraryStep.of(context);
    workers
        .call(() -> found(id, step.account()) && journal.remark(id, step, said))
        .onSuccess(
            taken -> {
              if (taken) {
                back(context, id);
              } else {
                refuse(context, BAD, "library.remark.bad");
              }
            })
        .onFailure(context::fail);
  }

  private void withdraw(RoutingContext context) {
    String id = context.pathParam("query");
    QueryJournal.Step step = LibraryStep.of(context);
    workers
        .call(() -> journal.withdraw(id, step))
        .onSuccess(
            answer -> {
              LibraryStep.note(context, "withdraw", id, answer);
              switch (answer.outcome()) {
                case TAKEN, REPEATED -> redirect(context, "/queries");
                case OVERTAKEN -> refuse(context, CONFLICT, "library.conflict");
                default -> context.fail(NOT_FOUND);
              }
            })
        .onFailure(context::fail);
  }

  /** Shows the token at once, since it is kept nowhere. */
  private void publish(RoutingContext context) {
    String id = context.pathParam("query");
    String name = LibraryStep.text(context, "name").strip();
    QueryJournal.Step step = LibraryStep.of(context);
    if (name.isEmpty() || name.length() > SavedQuery.LONGEST_NAME) {
      refuse(context, BAD, "library.endpoint.bad");
      return;
    }
    workers
        .call(() -> made(id, name, step))
        .onSuccess(
            made -> {
              if (made.isEmpty()) {
                refuse(context, CONFLICT, "library.endpoint.conflict");
                return;
              }
              AuditTrail.note(
                  context,
                  AuditKind.SAVED_QUERY,
                  true,
                  id,
                  "endpoint " + made.get().endpoint().id() + " made for " + name);
              String server = context.request().scheme() + "://" + context.request().authority();
              show(context, QueryView.Notice.made(server, made.get()));
            })
        .onFailure(context::fail);
  }

  /** Of the edition that was before the eyes; empty when there is a later one. */
  private Optional<QueryEndpoints.Made> made(String id, String name, QueryJournal.Step step) {
    SavedQuery latest =
        journal.latest(id, step.account()).orElseThrow(() -> new HttpException(NOT_FOUND));
    return latest.edition() == step.basedOn()
        ? Optional.of(endpoints.add(latest, name, step.actor()))
        : Optional.empty();
  }

  /** An administrator revokes endpoints of statements that others keep for themselves, too. */
  private void revoke(RoutingContext context) {
    String id = context.pathParam("query");
    String endpoint = context.pathParam("endpoint");
    QueryJournal.Step step = LibraryStep.of(context);
    boolean any = Visit.of(context).visitor().role() == Role.ADMIN;
    workers
        .call(
            () ->
                any || found(id, step.account())
                    ? endpoints.revoke(id, endpoint, step.actor())
                    : Optional.empty())
        .onSuccess(
            revoked -> {
              if (revoked.isEmpty()) {
                context.fail(NOT_FOUND);
                return;
              }
              AuditTrail.note(
                  context, AuditKind.SAVED_QUERY, true, id, "endpoint " + endpoint + " revoked");
              redirect(context, any ? "/queries" : "/query/" + PathSegment.of(id));
            })
        .onFailure(context::fail);
  }

  private boolean found(String id, String account) {
    if (journal.latest(id, account).isEmpty()) {
      throw new HttpException(NOT_FOUND);
    }
    return true;
  }

  private void refuse(RoutingContext context, int status, String key) {
    context.response().setStatusCode(status);
    show(context, QueryView.Notice.problem(pages.messages(context).text(key)));
  }

  private static void back(RoutingContext context, String id) {
    redirect(context, "/query/" + PathSegment.of(id));
  }

  private static void redirect(RoutingContext context, String to) {
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", to)
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), pages.city().zone());
  }
}

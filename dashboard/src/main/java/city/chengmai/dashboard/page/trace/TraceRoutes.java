package city.chengmai.dashboard.page.trace;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.trace.CorrelationSearch.Outcome;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CaseQueries.CaseRow;
import city.chengmai.dashboard.query.TraceQueries;
import city.chengmai.dashboard.query.TraceQueries.EventRow;
import city.chengmai.dashboard.query.TraceQueries.IdentityRow;
import city.chengmai.dashboard.query.TraceQueries.LetterRow;
import city.chengmai.datasets.event.CorrelationId;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way of one event (事件追踪). */
public final class TraceRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int AWAY = 503;

  /** Who reads refusals on the page of feeds reads them here. */
  private static final Set<Role> REFUSALS =
      Set.of(Role.LOCAL, Role.ANALYST, Role.OPERATOR, Role.ADMIN);

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final TraceQueries traces;
  private final CaseQueries cases;
  private final CorrelationSearch search;

  /** Routes over these questions. */
  public TraceRoutes(
      Workers workers, Pages pages, CityDirectory city, TraceQueries traces, CaseQueries cases) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.city = requireNonNull(city, "city");
    this.traces = requireNonNull(traces, "traces");
    this.cases = requireNonNull(cases, "cases");
    this.search = new CorrelationSearch(traces::find);
  }

  @Override
  public void mount(Router router) {
    router.get("/trace").handler(this::bySource);
    router.get("/trace/:correlation").handler(this::byCorrelation);
  }

  private void bySource(RoutingContext context) {
    String source = parameter(context, "source");
    String id = parameter(context, "id");
    String correlation = parameter(context, "correlation").strip();
    String subject = parameter(context, "subject");
    if (!correlation.isEmpty()) {
      show(context, correlation);
    } else if (!subject.isEmpty()) {
      about(context, subject);
    } else if (source.isEmpty() || id.isEmpty()) {
      pages.show(context, "trace", () -> TraceView.blank(source, id));
    } else {
      show(context, new IdentityRow(source, id));
    }
  }

  private void byCorrelation(RoutingContext context) {
    show(context, context.pathParam("correlation"));
  }

  private void show(RoutingContext context, String correlation) {
    if (!CorrelationId.isOne(correlation)) {
      throw new BadParameterException("correlation", correlation, "16 hex digits");
    }
    boolean wholeCity = Visit.of(context).areas().isEmpty();
    workers
        .call(() -> search.search(correlation, city.moment().now(), wholeCity))
        .onSuccess(outcome -> answer(context, outcome))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, Outcome outcome) {
    switch (outcome.state()) {
      case FOUND -> show(context, outcome.found().orElseThrow());
      case BUSY -> refuse(context, TOO_MANY, pages.messages(context).text("trace.busy"));
      case SLOW -> {
        long seconds = TraceQueries.LONGEST_SEARCH.toSeconds();
        refuse(context, AWAY, pages.messages(context).text("trace.slow", seconds));
      }
      default -> context.fail(NOT_FOUND);
    }
  }

  private void refuse(RoutingContext context, int status, String problem) {
    context.response().setStatusCode(status).putHeader("Retry-After", "10");
    pages.show(context, "trace", () -> TraceView.refused(problem));
  }

  private void about(RoutingContext context, String subject) {
    Figures figures = figures(context);
    Visit visit = Visit.of(context);
    pages.show(
        context,
        "trace",
        () -> {
          List<EventRow> events =
              traces.about(subject).stream().filter(event -> visit.mayShow(event.grid())).toList();
          return TraceView.about(subject, events, figures);
        });
  }

  private void show(RoutingContext context, IdentityRow identity) {
    Figures figures = figures(context);
    Visit visit = Visit.of(context);
    pages.show(context, "trace", () -> model(identity, visit, figures));
  }

  /** What a visitor may not see is not there, as with a case and with an alert as a whole. */
  private Map<String, Object> model(IdentityRow identity, Visit visit, Figures figures) {
    Optional<EventRow> event = traces.event(identity.source(), identity.id());
    boolean reads = visit.areas().isEmpty() && REFUSALS.contains(visit.visitor().role());
    List<LetterRow> letters = reads ? traces.letters(identity.source(), identity.id()) : List.of();
    Optional<CaseRow> caseRow =
        event
            .filter(found -> found.type().startsWith("cn.grid.case."))
            .flatMap(found -> cases.find(found.subject()));
    boolean shown =
        event
            .map(found -> visit.mayShow(caseRow.map(CaseRow::grid).orElse(found.grid())))
            .orElse(!letters.isEmpty());
    if (!shown) {
      throw new HttpException(NOT_FOUND);
    }
    TraceView view = new TraceView(identity, city.model(), figures);
    return view.model(
        event,
        event.isEmpty() ? List.of() : traces.revisions(identity.source(), identity.id()),
        letters,
        caseRow,
        event
            .map(found -> traces.alerts(found.subject(), city.moment().now()))
            .orElse(List.of())
            .stream()
            .filter(alert -> alert.areas().stream().allMatch(visit::mayShow))
            .toList());
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }

  private static String parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).orElse("");
  }
}

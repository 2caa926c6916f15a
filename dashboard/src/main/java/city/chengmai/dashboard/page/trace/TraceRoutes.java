package city.chengmai.dashboard.page.trace;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way of one event (事件追踪). */
public final class TraceRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  /** Who reads refusals on the page of feeds reads them here. */
  private static final Set<Role> REFUSALS =
      Set.of(Role.LOCAL, Role.ANALYST, Role.OPERATOR, Role.ADMIN);

  /** Most are asked for while they are news; a look at all of the past takes its time. */
  private static final Duration RECENT = Duration.ofDays(3);

  private final Pages pages;
  private final CityDirectory city;
  private final TraceQueries traces;
  private final CaseQueries cases;

  /** Routes over these questions. */
  public TraceRoutes(Pages pages, CityDirectory city, TraceQueries traces, CaseQueries cases) {
    this.pages = requireNonNull(pages, "pages");
    this.city = requireNonNull(city, "city");
    this.traces = requireNonNull(traces, "traces");
    this.cases = requireNonNull(cases, "cases");
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
    Figures figures = figures(context);
    Visit visit = Visit.of(context);
    pages.show(
        context,
        "trace",
        () -> {
          Instant recent = city.moment().now().minus(RECENT);
          IdentityRow found =
              traces
                  .find(correlation, recent)
                  .or(() -> traces.find(correlation, Instant.EPOCH))
                  .orElseThrow(() -> new HttpException(NOT_FOUND));
          return model(found, visit, figures);
        });
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

  /** What a visitor may not see is not there, as with a case. */
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
            .filter(alert -> visit.mayShow(alert.areaId()))
            .toList());
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }

  private static String parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().getParam(name)).orElse("");
  }
}

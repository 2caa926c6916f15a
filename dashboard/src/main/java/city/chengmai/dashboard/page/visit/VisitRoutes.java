package city.chengmai.dashboard.page.visit;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.VisitQueries;
import city.chengmai.dashboard.query.VisitQueries.SessionRow;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of visits and services to enterprises. */
public final class VisitRoutes implements RouteGroup {

  private final Pages pages;
  private final CityDirectory city;
  private final VisitQueries queries;

  /** Routes that read from this store. */
  public VisitRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new VisitQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/visits").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "visits", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    CityMoment moment = city.moment();
    Instant until = moment.now();
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    Instant before = moment.start(2 * TimeWindow.TRAILING_DAYS - 1);
    VisitBoard board = new VisitBoard(figures, city.model());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", figures.day(moment.day()));
    model.put(
        "window",
        new TimeWindow(from.atZone(moment.zone()), until.atZone(moment.zone())).interval());
    model.put("campaigns", board.campaigns(queries.campaigns(from, until)));
    model.put("kinds", board.kinds(queries.kinds(from, until)));
    model.put("tiers", board.tiers(queries.tiers(from, until)));
    List<SessionRow> sessions = queries.sessions(from, until, moment.zone());
    LocalDate first = from.atZone(moment.zone()).toLocalDate();
    model.put("sessions", board.sessions(sessions, first, moment.day()));
    long homes = sessions.stream().mapToLong(SessionRow::homes).sum();
    model.put("roles", board.roles(queries.roles(from, until), homes));
    model.put("tags", board.tags(queries.tags(from, until)));
    model.put("parts", board.parts(queries.parts(from, until)));
    model.put("pace", board.pace(queries.pace(from, until)));
    model.put("needs", board.needs(queries.needs(before, from, until)));
    model.put("words", board.words(queries.words(from, until)));
    return model;
  }
}

package city.chengmai.dashboard.page.response;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.ResponseQueries;
import city.chengmai.dashboard.query.ResponseQueries.LoadRow;
import city.chengmai.dashboard.query.ResponseQueries.RosterRow;
import city.chengmai.dashboard.query.ResponseQueries.StepsRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of response and load. */
public final class ResponseRoutes implements RouteGroup {

  private static final int MONTHS = 6;
  private static final EmpowermentModel HAZARD =
      EmpowermentModels.bundled().model("charging-hazard");

  private final Pages pages;
  private final CityDirectory city;
  private final ResponseQueries queries;

  /** Routes that read from this store. */
  public ResponseRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new ResponseQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/response").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "response", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    CityMoment moment = city.moment();
    Instant until = moment.now();
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    ResponseBoard board = new ResponseBoard(city.model(), figures);
    List<StepsRow> steps = queries.steps(from, until);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", figures.day(moment.day()));
    model.put(
        "window",
        new TimeWindow(from.atZone(moment.zone()), until.atZone(moment.zone())).interval());
    model.put("demanders", board.demanders(queries.demanders(from, until)));
    model.put("discovery", board.discovery(queries.discovery(from, until)));
    model.put("filed", board.steps(steps, "filed"));
    model.put("returned", board.steps(steps, "returned"));
    model.put("dispatched", board.steps(steps, "dispatched"));
    model.put("levels", board.levels(queries.levels(from, until)));
    List<LoadRow> load = queries.load(from, until);
    List<RosterRow> roster = queries.roster(from, until);
    Roster staff = new Roster(city.model(), figures);
    model.put("roster", staff.lines(roster, load));
    model.put("rosterAll", staff.all(roster, load));
    model.put("rostered", !roster.isEmpty());
    model.put("load", board.load(load));
    model.put("tail", board.tail(LongTail.of(queries.categories(from, until))));
    model.put(
        "charging",
        board.charging(
            queries.charging(until, moment.zone(), MONTHS, HAZARD.words().get("categories"))));
    model.put("headings", board.headings());
    model.put("areas", board.areas(queries.areas(moment.day(), ResponseBoard.COMPARED)));
    return model;
  }
}

package city.chengmai.dashboard.page.site;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.SiteQueries;
import city.chengmai.dashboard.query.SiteQueries.ClockRow;
import city.chengmai.dashboard.query.SiteQueries.SiteRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of all construction sites, and that of one grid. */
public final class SiteRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final CityDirectory city;
  private final SiteQueries queries;

  /** Routes that read from this store. */
  public SiteRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new SiteQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/sites").handler(context -> show(context, ""));
    router.get("/sites/:grid").handler(context -> show(context, context.pathParam("grid")));
  }

  private void show(RoutingContext context, String grid) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "sites", () -> model(grid, figures));
  }

  private Map<String, Object> model(String grid, Figures figures) {
    CityModel model = city.model();
    CityMoment moment = city.moment();
    Instant until = moment.now();
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    List<SiteRow> sites = queries.sites(grid, from, until, moment.zone());
    List<ClockRow> clocks = queries.clocks(grid, from, until);
    SiteBoard board = new SiteBoard(model, until, figures);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("grid", grid);
    shown.put("name", grid.isEmpty() ? "" : name(grid, figures));
    shown.put("overlays", model.overlays().stream().map(area -> place(area, figures)).toList());
    shown.put("day", figures.day(moment.day()));
    shown.put(
        "window",
        new TimeWindow(from.atZone(moment.zone()), until.atZone(moment.zone())).interval());
    shown.put("verifyHours", figures.amount(queries.verifyHours()));
    shown.put("negotiateHours", figures.amount(queries.negotiateHours()));
    shown.put("sites", board.sites(sites));
    shown.put("clocks", board.clocks(clocks, sites));
    shown.put("waiting", clocks.stream().findFirst().map(ClockRow::total).orElse(0L));
    shown.put("now", until.toEpochMilli());
    shown.put("speed", moment.historical() ? 0 : city.speed());
    shown.put("funnel", board.funnel(queries.funnel(grid, from, until)));
    return shown;
  }

  private String name(String grid, Figures figures) {
    return city.model()
        .area(grid)
        .filter(area -> area.level().equals("grid"))
        .map(area -> city.model().areaName(area.areaId(), figures.messages().language()))
        .orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private SiteBoard.Place place(AreaRow area, Figures figures) {
    return new SiteBoard.Place(
        area.areaId(), city.model().areaName(area.areaId(), figures.messages().language()));
  }
}

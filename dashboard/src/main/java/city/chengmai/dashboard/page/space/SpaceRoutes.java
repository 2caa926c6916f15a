package city.chengmai.dashboard.page.space;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.SpaceQueries;
import city.chengmai.dashboard.query.SpaceQueries.BuildingRow;
import city.chengmai.dashboard.query.SpaceQueries.EnterprisesRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of space to let and of the density of enterprises. */
public final class SpaceRoutes implements RouteGroup {

  private final Pages pages;
  private final CityDirectory city;
  private final SpaceQueries queries;

  /** Routes that read from this store. */
  public SpaceRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new SpaceQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/space").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "space", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    CityMoment moment = city.moment();
    List<BuildingRow> buildings = queries.buildings(moment.now());
    List<EnterprisesRow> enterprises = queries.enterprises();
    SpaceBoard board = new SpaceBoard(city.model(), figures);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("asOf", figures.fullMoment(moment.now()));
    model.put("all", board.all(buildings, enterprises));
    model.put("grids", board.grids(buildings, enterprises));
    model.put("buildings", board.buildings(buildings));
    model.put("known", figures.count(buildings.size()));
    model.put("map", board.map(buildings));
    return model;
  }
}

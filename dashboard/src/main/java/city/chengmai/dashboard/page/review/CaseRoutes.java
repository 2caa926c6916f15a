package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CaseQueries.CaseRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.Map;

/** One case with its life. */
public final class CaseRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final CityDirectory city;
  private final CaseQueries cases;
  private final AlertQueries alerts;

  /** Routes that read from this store. */
  public CaseRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.cases = new CaseQueries(store);
    this.alerts = new AlertQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/case/:case").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String id = context.pathParam("case");
    Visit visit = Visit.of(context);
    pages.show(context, "case", () -> model(id, visit, figures));
  }

  private Map<String, Object> model(String id, Visit visit, Figures figures) {
    CaseRow row =
        cases
            .find(id)
            .filter(found -> visit.mayShow(found.grid()))
            .orElseThrow(() -> new HttpException(NOT_FOUND));
    Instant now = city.moment().now();
    return new CaseView(row, city.model(), figures, now)
        .model(cases.events(id), alerts.ofCase(now, id));
  }
}

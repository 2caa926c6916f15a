package city.chengmai.dashboard.page.special;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.SpecialPeriodRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import java.util.Optional;

/** The page of one special period, for the city or one of its areas. */
public final class SpecialRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  private final Pages pages;
  private final CityDirectory city;
  private final CityQueries queries;

  /** Routes that read from this store. */
  public SpecialRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new CityQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/special/:id").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String id = context.pathParam("id");
    String area = Optional.ofNullable(context.request().getParam("area")).orElse("");
    pages.show(context, "special", () -> model(id, area, figures));
  }

  private Map<String, Object> model(String id, String area, Figures figures) {
    SpecialPeriodRow period =
        queries.specialPeriods().stream()
            .filter(row -> row.periodId().equals(id))
            .findFirst()
            .orElseThrow(() -> new HttpException(NOT_FOUND));
    if (!area.isEmpty() && city.model().area(area).isEmpty()) {
      throw new HttpException(NOT_FOUND);
    }
    return new SpecialView(period, area, city.model(), city.moment(), figures).model(queries);
  }
}

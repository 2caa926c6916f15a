package city.chengmai.dashboard.page.pool;

import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.PoolQueries;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of what is pooled. */
public final class PoolRoutes implements RouteGroup {

  private final Pages pages;
  private final CityDirectory city;
  private final PoolQueries queries;

  /** Routes that read from this store. */
  public PoolRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new PoolQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/pool").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    boolean audits = RouteTable.opens(Visit.of(context).visitor(), "/audit");
    pages.show(context, "pool", () -> model(figures, audits));
  }

  private Map<String, Object> model(Figures figures, boolean audits) {
    CityMoment moment = city.moment();
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    PoolBoard board =
        new PoolBoard(
            city.model(),
            queries.feeds(from, moment.now()),
            queries.kinds(from, moment.now()),
            figures);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", figures.day(moment.day()));
    model.put(
        "window",
        new TimeWindow(from.atZone(moment.zone()), moment.now().atZone(moment.zone())).interval());
    model.put("shares", board.shares());
    model.put("catalogue", board.catalogue());
    model.put("grids", board.grids());
    model.put("pages", roles("/pool", figures.messages()));
    model.put("rows", roles("/desk", figures.messages()));
    model.put("audits", audits);
    return model;
  }

  /** Who may open a page, as the table of routes says. */
  private static String roles(String path, Messages messages) {
    return RouteTable.rows().stream()
        .filter(row -> row.method().equals("GET") && row.path().equals(path))
        .flatMap(row -> row.roles().stream())
        .sorted()
        .map(role -> messages.text("role." + role.wireName()))
        .collect(Collectors.joining(messages.text("pool.comma")));
  }
}

package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.report.ChartPaper;
import city.chengmai.dashboard.report.PdfPrinter;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The list of grids, the portrait of one, and the cases behind its indicators. */
public final class GridRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final GridList list;
  private final PortraitReader reader;
  private final BehindPage behind;
  private final IndicatorPage among;
  private final Catalogue catalogue = Catalogue.bundled();
  private final PdfPrinter printer;
  private final PortraitCharts charts = new PortraitCharts(catalogue);

  /**
   * Routes that read from this store.
   *
   * @param holidays which days people work in the city
   * @param printer prints portraits
   */
  public GridRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      Store store,
      Supplier<HolidayCalendar> holidays,
      PdfPrinter printer) {
    this.workers = workers;
    this.printer = printer;
    this.pages = pages;
    this.city = city;
    this.list = new GridList(city, store);
    this.reader = new PortraitReader(city, store);
    this.behind = new BehindPage(city, store, holidays);
    this.among = new IndicatorPage(catalogue, city, store);
  }

  @Override
  public void mount(Router router) {
    router.get("/grids").handler(this::grids);
    // Before the page, whose id may hold a point.
    router.get("/grid/:grid.pdf").handler(this::document);
    router.get("/grid/:grid").handler(this::portrait);
    router.get("/grid/:grid/behind/:indicator").handler(this::behind);
    router.get("/grid/:grid/indicator/:indicator").handler(this::indicator);
    router.get("/api/grid/:grid").handler(this::json);
  }

  private void grids(RoutingContext context) {
    Figures figures = figures(context);
    String type = Optional.ofNullable(context.request().getParam("type")).orElse("");
    Visit visit = Visit.of(context);
    pages.show(context, "grids", () -> list.model(city.model().only(visit.areas()), type, figures));
  }

  private void portrait(RoutingContext context) {
    Figures figures = figures(context);
    String id = context.pathParam("grid");
    Visit visit = Visit.of(context);
    pages.show(context, "grid", () -> model(found(id), visit, figures, charts));
  }

  private void document(RoutingContext context) {
    Figures figures = figures(context);
    String id = context.pathParam("grid");
    Visit visit = Visit.of(context);
    workers
        .call(() -> document(found(id), visit, figures))
        .onSuccess(
            html -> {
              AuditTrail.note(context, AuditKind.EXPORT, true, "pdf of grid " + id, "");
              printer.answer(context, html, "grid-" + id);
            })
        .onFailure(context::fail);
  }

  private String document(Portrait portrait, Visit visit, Figures figures) {
    Map<String, Object> shown = model(portrait, visit, figures, charts.on(ChartPaper.Medium.PAPER));
    shown.put("cityName", city.model().facts().name(figures.messages().language()));
    shown.put("language", figures.messages().language());
    return pages.fragment("paper/grid", figures.messages().language(), shown);
  }

  private Map<String, Object> model(
      Portrait portrait, Visit visit, Figures figures, PortraitCharts charts) {
    CityModel model = city.model();
    PortraitView view = new PortraitView(portrait, model, figures, catalogue);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("area", portrait.area());
    shown.put("name", view.name());
    shown.put("type", view.type());
    shown.put("peerGroup", view.peerGroup());
    shown.put("size", portrait.peers().size());
    shown.put("day", figures.day(portrait.day()));
    shown.put("window", portrait.window().interval());
    shown.put("historical", portrait.moment().historical());
    shown.put("asOf", view.asOf());
    shown.put("sentence", view.sentence());
    shown.put("overall", view.overall());
    shown.put("cards", view.cards());
    shown.put("groups", new IndicatorLines(portrait, catalogue, charts, figures).groups());
    shown.put("moves", view.moves().orElse(null));
    shown.put("trend", charts.trend(portrait, figures));
    shown.put("radar", charts.radar(portrait, figures));
    shown.put("peers", charts.peers(portrait, visit::mayShow, model, figures));
    shown.put("reasons", view.reasons());
    shown.put("alerts", view.alerts());
    shown.put("cases", view.cases());
    return shown;
  }

  private void indicator(RoutingContext context) {
    Figures figures = figures(context);
    String grid = context.pathParam("grid");
    Indicator indicator =
        catalogue
            .find(context.pathParam("indicator"))
            .orElseThrow(() -> new HttpException(NOT_FOUND));
    Visit visit = Visit.of(context);
    pages.show(
        context,
        "indicator",
        () -> among.model(found(grid), visit::mayShow, indicator, charts, figures));
  }

  private void behind(RoutingContext context) {
    Figures figures = figures(context);
    String grid = context.pathParam("grid");
    String indicator = context.pathParam("indicator");
    pages.show(context, "behind", () -> behind(grid, indicator, figures));
  }

  private Map<String, Object> behind(String grid, String id, Figures figures) {
    Indicator indicator = catalogue.find(id).orElseThrow(() -> new HttpException(NOT_FOUND));
    if (city.model().area(grid).isEmpty()) {
      throw new HttpException(NOT_FOUND);
    }
    return behind.model(grid, indicator, figures);
  }

  private void json(RoutingContext context) {
    String id = context.pathParam("grid");
    workers
        .call(() -> PortraitJson.of(found(id)))
        .onSuccess(
            body -> {
              context.response().putHeader("Cache-Control", "no-store");
              context.json(body);
            })
        .onFailure(context::fail);
  }

  private Portrait found(String id) {
    return reader.read(id).orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }
}

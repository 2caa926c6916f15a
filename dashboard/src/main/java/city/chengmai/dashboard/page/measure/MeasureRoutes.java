package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.MeasureQueries;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of measures outside the portraits. */
public final class MeasureRoutes implements RouteGroup {

  private final Pages pages;
  private final CityDirectory city;
  private final MeasureQueries measures;

  /** Routes that read from this store. */
  public MeasureRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.measures = new MeasureQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/measures").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "measures", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    CityMoment moment = city.moment();
    Instant now = moment.now();
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", figures.day(moment.day()));
    model.put(
        "window", new TimeWindow(from.atZone(moment.zone()), now.atZone(moment.zone())).interval());
    List<MilestoneRow> milestones = measures.milestones(now);
    model.put("projects", Projects.of(milestones, now, figures));
    model.put("waiting", Waiting.of(milestones, measures.follows(now), now, figures));
    model.put("lifts", Lifts.of(measures.lifts(now), figures));
    model.put("outlook", LiftOutlook.of(measures.staircases(now), now, city.model(), figures));
    model.put("mix", ActionMix.of(measures.actions(from, now), figures));
    model.put("contacts", Contacts.of(measures.contacts(from, now), figures));
    model.put("levels", Levels.of(measures.levels(from, now), figures));
    model.put("callbacks", Callbacks.of(measures.callbacks(from, now), figures));
    return model;
  }
}

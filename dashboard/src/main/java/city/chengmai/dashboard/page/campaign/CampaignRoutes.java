package city.chengmai.dashboard.page.campaign;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CampaignQueries;
import city.chengmai.dashboard.query.CampaignQueries.GapRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of campaigns. */
public final class CampaignRoutes implements RouteGroup {

  private final Pages pages;
  private final CityDirectory city;
  private final CampaignQueries campaigns;

  /** Routes that read from this store. */
  public CampaignRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.campaigns = new CampaignQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/campaigns").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "campaigns", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    List<GapRow> gaps = campaigns.gaps(city.moment().day());
    GapView view = new GapView(city.model(), figures);
    EffectView effects = new EffectView(city.model(), figures);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", gaps.isEmpty() ? "" : figures.day(gaps.get(0).day()));
    model.put(
        "window",
        gaps.isEmpty()
            ? ""
            : TimeWindow.trailing(gaps.get(0).day(), city.moment().zone()).interval());
    model.put("overview", CampaignCharts.overview(gaps, view, figures));
    model.put("gaps", gaps.stream().map(view::card).toList());
    model.put("effects", campaigns.effects().stream().map(effects::card).toList());
    return model;
  }
}

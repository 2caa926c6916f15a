package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.StandingQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.catalogue.Catalogue;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Up to five grids side by side (网格对比): scores, course and indicators. */
public final class CompareRoutes implements RouteGroup {

  static final int MOST = 5;

  private static final int NOT_FOUND = 404;

  /**
   * A grid to choose.
   *
   * @param heading type that begins before it; empty where the one before goes on
   * @param chosen whether it is in this place of the form
   */
  public record Choice(String key, String name, String heading, boolean chosen) {}

  private final Pages pages;
  private final CityDirectory city;
  private final PortraitQueries portraits;
  private final StandingQueries standings;
  private final Catalogue catalogue = Catalogue.bundled();

  /** Routes that read from this store. */
  public CompareRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.portraits = new PortraitQueries(store);
    this.standings = new StandingQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/compare").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    Visit visit = Visit.of(context);
    List<String> wanted =
        context.queryParam("grid").stream().filter(id -> !id.isBlank()).distinct().toList();
    pages.show(context, "compare", () -> model(wanted, city.model().only(visit.areas()), figures));
  }

  private Map<String, Object> model(List<String> wanted, CityModel seen, Figures figures) {
    List<AreaRow> grids =
        wanted.stream()
            .limit(MOST)
            .map(
                id ->
                    seen.area(id)
                        .filter(CityModel::isBaseGrid)
                        .orElseThrow(() -> new HttpException(NOT_FOUND)))
            .toList();
    CityMoment moment = city.moment();
    List<PortraitRow> scores = portraits.portraits(moment.day());
    LocalDate day = scores.stream().map(PortraitRow::day).findFirst().orElse(moment.day());
    Comparison comparison =
        new Comparison(
            grids.stream().map(grid -> compared(grid, scores, moment.day())).toList(),
            seen,
            figures,
            catalogue);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("places", places(grids, seen, figures));
    model.put("over", wanted.size() > MOST);
    model.put("most", MOST);
    model.put("day", figures.day(day));
    model.put("window", TimeWindow.trailing(day, moment.zone()).interval());
    model.put("grids", comparison.heads());
    model.put("mixed", comparison.mixed());
    model.put("scores", comparison.scores());
    model.put("groups", comparison.groups());
    model.put("trend", comparison.trend());
    return model;
  }

  private Comparison.Compared compared(AreaRow grid, List<PortraitRow> scores, LocalDate day) {
    String id = grid.areaId();
    return new Comparison.Compared(
        grid,
        scores.stream().filter(row -> row.areaId().equals(id)).toList(),
        portraits.indicators(id, day),
        standings.ofArea(id, day),
        portraits.trend(id, List.of(id), day));
  }

  /** As many selections as grids can be compared, filled with those that are. */
  private static List<List<Choice>> places(List<AreaRow> grids, CityModel seen, Figures figures) {
    return IntStream.range(0, MOST)
        .mapToObj(place -> place < grids.size() ? grids.get(place).areaId() : "")
        .map(chosen -> choices(chosen, seen, figures.messages()))
        .toList();
  }

  private static List<Choice> choices(String chosen, CityModel seen, Messages messages) {
    List<Choice> choices = new ArrayList<>();
    String last = "";
    for (AreaRow grid : seen.baseGrids()) {
      String type = messages.textOr("grid-type." + grid.gridType(), grid.gridType());
      choices.add(
          new Choice(
              grid.areaId(),
              seen.areaName(grid.areaId(), messages.language()),
              type.equals(last) ? "" : type,
              grid.areaId().equals(chosen)));
      last = type;
    }
    return choices;
  }
}

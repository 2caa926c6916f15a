package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.StandingQueries;
import city.chengmai.dashboard.query.StandingQueries.LoggedRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The log of corrections (更正记录): every published value that changed afterwards, and why. */
public final class RestatementRoutes implements RouteGroup {

  /** A correction. */
  public record Line(
      String at,
      String areaId,
      String area,
      boolean grid,
      String measure,
      String period,
      String day,
      String before,
      String after,
      String reason) {}

  /** Something to choose. */
  public record Choice(String key, String name, boolean chosen) {}

  private static final int NOT_FOUND = 404;
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 1_000;

  private final Pages pages;
  private final CityDirectory city;
  private final StandingQueries standings;
  private final Catalogue catalogue = Catalogue.bundled();

  /** Routes that read from this store. */
  public RestatementRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.standings = new StandingQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/restatements").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    Visit visit = Visit.of(context);
    String area = parameter(context, "area");
    String measure = parameter(context, "measure");
    int page = page(parameter(context, "page"));
    pages.show(context, "restatements", () -> model(area, measure, page, visit, figures));
  }

  private static String parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.queryParams().get(name)).map(String::strip).orElse("");
  }

  private static int page(String text) {
    if (text.isEmpty()) {
      return 1;
    }
    try {
      int page = Integer.parseInt(text);
      if (page >= 1 && page <= MOST_PAGES) {
        return page;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is too large.
    }
    throw new BadParameterException("page", text, "1–" + MOST_PAGES);
  }

  private Map<String, Object> model(
      String area, String measure, int page, Visit visit, Figures figures) {
    CityModel seen = city.model().only(visit.areas());
    boolean noArea = !area.isEmpty() && seen.area(area).isEmpty();
    if (noArea || !(measure.isEmpty() || measures().contains(measure))) {
      throw new HttpException(NOT_FOUND);
    }
    List<LoggedRow> rows =
        standings.restatementLog(
            area.isEmpty() ? visit.areas() : Optional.of(Set.of(area)),
            measure,
            city.moment().now(),
            PAGE,
            (page - 1) * PAGE);
    long total = rows.stream().mapToLong(LoggedRow::total).max().orElse(0);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("areas", areas(seen, area, figures.messages()));
    model.put("measures", measures(measure, figures));
    model.put("lines", rows.stream().map(row -> line(row, seen, figures)).toList());
    model.put("total", rows.isEmpty() && page > 1 ? "" : figures.count(total));
    model.put(
        "everything", page == 1 && area.isEmpty() && measure.isEmpty() && visit.areas().isEmpty());
    model.put("page", page);
    model.put("newer", page == 1 ? "" : address(area, measure, page - 1));
    boolean more = page < MOST_PAGES && (long) page * PAGE < total;
    model.put("older", more ? address(area, measure, page + 1) : "");
    return model;
  }

  private static String address(String area, String measure, int page) {
    return "/restatements?area="
        + URLEncoder.encode(area, StandardCharsets.UTF_8)
        + "&measure="
        + URLEncoder.encode(measure, StandardCharsets.UTF_8)
        + "&page="
        + page;
  }

  private static List<Choice> areas(CityModel seen, String chosen, Messages messages) {
    return seen.areas().stream()
        .map(
            area ->
                new Choice(
                    area.areaId(),
                    seen.areaName(area.areaId(), messages.language()),
                    area.areaId().equals(chosen)))
        .toList();
  }

  /** Indicators, and the dimensions of scores. */
  private List<String> measures() {
    return Stream.of(
            List.of(Portrait.OVERALL),
            Portrait.DIMENSIONS,
            catalogue.indicators().stream().map(Indicator::id).toList())
        .flatMap(List::stream)
        .toList();
  }

  private List<Choice> measures(String chosen, Figures figures) {
    return measures().stream()
        .map(id -> new Choice(id, measure(id, figures), id.equals(chosen)))
        .toList();
  }

  private String measure(String id, Figures figures) {
    return catalogue
        .find(id)
        .map(found -> id + " " + new IndicatorWords(catalogue, figures).name(found))
        .orElseGet(() -> figures.messages().textOr("dimension." + id, id));
  }

  private Line line(LoggedRow row, CityModel seen, Figures figures) {
    Messages messages = figures.messages();
    return new Line(
        figures.fullMoment(row.restatedAt()),
        row.areaId(),
        seen.areaName(row.areaId(), messages.language()),
        seen.area(row.areaId()).filter(CityModel::isBaseGrid).isPresent(),
        measure(row.measure(), figures),
        messages.textOr("period." + row.period(), row.period()),
        figures.day(row.day()),
        value(row.measure(), row.oldValue(), row.oldState(), figures),
        value(row.measure(), row.newValue(), row.newState(), figures),
        messages.textOr("restatement." + row.reason(), row.reason()));
  }

  private String value(String measure, Double value, String state, Figures figures) {
    return value == null
        ? figures.messages().textOr("state." + state, state)
        : new IndicatorWords(catalogue, figures).value(measure, value);
  }
}

package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.page.review.CaseLine;
import city.chengmai.dashboard.query.ExploreQueries;
import city.chengmai.dashboard.query.ExploreQueries.Chosen;
import city.chengmai.dashboard.query.ExploreQueries.GroupRow;
import city.chengmai.dashboard.query.ExploreQueries.ValueRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.catalogue.Catalogue;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Indicators and cases as somebody chooses them, without SQL; only of what a visitor may see. */
public final class ExploreRoutes implements RouteGroup {

  private static final int TIMES = 60;
  private static final int GROUPS = 1_000;
  private static final int CASES = 200;

  /** A city whose areas nobody has told of yet. */
  private static final Map<String, Object> NOTHING = Map.of("nothing", true);

  private final Pages pages;
  private final CityDirectory city;
  private final ExploreQueries queries;
  private final Catalogue catalogue = Catalogue.bundled();

  /** Routes that read from this store. */
  public ExploreRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new ExploreQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get(IndicatorWish.PATH).handler(this::indicators);
    router.get(CaseWish.PATH).handler(this::cases);
  }

  private void indicators(RoutingContext context) {
    Figures figures = figures(context);
    Visit visit = Visit.of(context);
    MultiMap parameters = context.queryParams();
    pages.show(
        context,
        "explore",
        () -> {
          CityModel seen = city.model().only(visit.areas());
          if (seen.areas().isEmpty()) {
            return NOTHING;
          }
          Areas areas = new Areas(seen);
          IndicatorWish wish = IndicatorWish.of(parameters, catalogue, areas, city.moment().day());
          return indicators(wish, seen, areas, figures);
        });
  }

  private Map<String, Object> indicators(
      IndicatorWish wish, CityModel seen, Areas areas, Figures figures) {
    Messages messages = figures.messages();
    IndicatorTable table = new IndicatorTable(wish, seen, areas, city.moment().day(), figures);
    IndicatorWords words = new IndicatorWords(catalogue, figures);
    String id = wish.indicator().id();
    String period = wish.period().wireName();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("nothing", false);
    model.put("indicators", indicatorChoices(wish, words, messages));
    model.put("areas", areas.choices(wish.area(), messages));
    model.put("periods", periods(wish, messages));
    model.put("splits", splits(wish, messages));
    model.put("id", id);
    model.put("indicator", words.name(wish.indicator()));
    model.put("definition", words.definition(wish.indicator()));
    model.put("areaId", wish.area().areaId());
    model.put("area", seen.areaName(wish.area().areaId(), messages.language()));
    model.put("dayWanted", wish.day().toString());
    model.put("overTime", wish.overTime());
    List<ValueRow> rows =
        wish.overTime()
            ? queries.course(id, period, wish.area().areaId(), wish.day(), TIMES)
            : queries.areas(id, period, withOwn(wish, areas), wish.day());
    model.put("lines", wish.overTime() ? table.times(rows) : table.areas(rows));
    model.put("chart", wish.overTime() ? table.line(rows) : table.bars(rows));
    model.put("own", table.own(rows));
    model.put("at", table.at(rows));
    model.put("window", window(wish, rows));
    return model;
  }

  /** The time of the values that are shown; of nothing, the day that was asked for. */
  private String window(IndicatorWish wish, List<ValueRow> rows) {
    return wish.period()
        .window(rows.isEmpty() ? wish.day() : rows.get(0).day(), city.moment().zone())
        .interval();
  }

  private static List<String> withOwn(IndicatorWish wish, Areas areas) {
    List<String> ids = new ArrayList<>();
    ids.add(wish.area().areaId());
    areas.below(wish.area()).forEach(area -> ids.add(area.areaId()));
    return ids;
  }

  private List<Choice> indicatorChoices(
      IndicatorWish wish, IndicatorWords words, Messages messages) {
    return Choice.headed(
        catalogue.indicators().stream()
            .map(
                one ->
                    new Choice(
                        one.id(),
                        one.id() + " " + words.name(one),
                        messages.text("dimension." + one.dimension().key()),
                        one.id().equals(wish.indicator().id())))
            .toList());
  }

  private static List<Choice> periods(IndicatorWish wish, Messages messages) {
    return Arrays.stream(Period.values())
        .map(
            one ->
                new Choice(
                    one.wireName(),
                    messages.text("explore.period." + one.wireName()),
                    "",
                    one == wish.period()))
        .toList();
  }

  private static List<Choice> splits(IndicatorWish wish, Messages messages) {
    return List.of(
        new Choice(IndicatorWish.AREAS, messages.text("explore.split.areas"), "", !wish.overTime()),
        new Choice(IndicatorWish.TIME, messages.text("explore.split.time"), "", wish.overTime()));
  }

  private void cases(RoutingContext context) {
    Figures figures = figures(context);
    Visit visit = Visit.of(context);
    MultiMap parameters = context.queryParams();
    pages.show(
        context,
        "explore-cases",
        () -> {
          CityModel seen = city.model().only(visit.areas());
          if (seen.areas().isEmpty()) {
            return NOTHING;
          }
          Areas areas = new Areas(seen);
          CityMoment moment = city.moment();
          return cases(CaseWish.of(parameters, areas, moment.day()), seen, areas, moment, figures);
        });
  }

  private Map<String, Object> cases(
      CaseWish wish, CityModel seen, Areas areas, CityMoment moment, Figures figures) {
    Messages messages = figures.messages();
    CaseCube cube = new CaseCube(wish, seen, figures);
    Chosen chosen = wish.chosen(areas, moment);
    List<GroupRow> sum = queries.groups(chosen, "", moment.now(), 1);
    long all = sum.stream().mapToLong(GroupRow::cases).sum();
    List<GroupRow> found = queries.groups(chosen, wish.split().wireName(), moment.now(), GROUPS);
    List<GroupRow> rows = cube.complete(found);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("nothing", false);
    model.put("areas", areas.choices(wish.area(), messages));
    model.put("areaId", wish.area().areaId());
    model.put("area", seen.areaName(wish.area().areaId(), messages.language()));
    model.put("from", wish.from().toString());
    model.put("to", wish.to().toString());
    model.put("today", moment.day().toString());
    model.put("filters", cube.filters());
    model.put("splits", cube.splits());
    model.put("split", wish.split().wireName());
    model.put("property", messages.text("explore.property." + wish.split().wireName()));
    model.put("sum", cube.sum(sum.stream().findFirst()));
    model.put("lines", cube.lines(rows, all));
    model.put("cut", cut(found, figures));
    model.put("chart", cube.chart(rows));
    model.put("list", wish.list());
    model.put("listed", wish.listed());
    model.put("cases", wish.listed() ? listed(chosen, seen, moment, figures) : List.of());
    model.put("most", figures.count(CASES));
    model.put("all", figures.count(all));
    model.put(
        "window",
        new TimeWindow(
                chosen.from().atZone(moment.zone()),
                wish.to().plusDays(1).atStartOfDay(moment.zone()))
            .interval());
    return model;
  }

  /** How many groups there are when not all are shown; else empty. */
  private static String cut(List<GroupRow> found, Figures figures) {
    long total = found.stream().mapToLong(GroupRow::total).max().orElse(0);
    return total <= found.size()
        ? ""
        : figures.messages().text("explore.cut", figures.count(found.size()), figures.count(total));
  }

  private List<CaseLine> listed(Chosen chosen, CityModel seen, CityMoment moment, Figures figures) {
    return queries.cases(chosen, CASES).stream()
        .map(row -> CaseLine.of(row, seen, figures, moment.now()))
        .toList();
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }
}

package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.DataTimeRow;
import city.chengmai.dashboard.query.MechanismQueries;
import city.chengmai.dashboard.query.MechanismQueries.EntryRow;
import city.chengmai.dashboard.query.MechanismQueries.OpenRow;
import city.chengmai.dashboard.query.MechanismQueries.Places;
import city.chengmai.dashboard.query.MechanismQueries.Span;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import city.chengmai.datasets.mechanism.Mechanism;
import city.chengmai.datasets.mechanism.Mechanisms;
import city.chengmai.datasets.mechanism.Split;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of all mechanisms and the page of one. */
public final class MechanismRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;
  private static final int LAST = 20;
  private static final int WAITING = 30;
  private static final int ENTRIES = 40;
  private static final int CHECK_DAYS = 180;
  private static final int MENU_DAYS = 365;

  private final Pages pages;
  private final CityDirectory city;
  private final MechanismQueries queries;
  private final CityQueries cities;
  private final Mechanisms mechanisms = Mechanisms.bundled();

  /** Routes that read from this store. */
  public MechanismRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new MechanismQueries(store);
    this.cities = new CityQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/mechanisms").handler(this::showAll);
    router.get("/mechanism/:mechanism").handler(this::showOne);
  }

  private void showAll(RoutingContext context) {
    Figures figures = figures(context);
    Optional<Set<String>> held = Visit.of(context).areas();
    FormFilter form = FormFilter.of(context, city.model().only(held));
    pages.show(context, "mechanism-list", () -> all(figures, held, form));
  }

  private void showOne(RoutingContext context) {
    Figures figures = figures(context);
    Optional<Set<String>> held = Visit.of(context).areas();
    FormFilter form = FormFilter.of(context, city.model().only(held));
    String id = context.pathParam("mechanism");
    pages.show(context, "mechanism", () -> one(id, figures, held, form));
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }

  private Map<String, Object> all(Figures figures, Optional<Set<String>> held, FormFilter form) {
    CityMoment moment = city.moment();
    Scope scope = Scope.of(city.model(), held, form.chosen());
    List<Span> spans = spans(moment);
    Map<String, Object> model = common(moment, held.isPresent(), figures);
    model.put("forms", form.choices(city.model().only(held), "/mechanisms", figures));
    model.put("chosenForm", form.chosen());
    model.put(
        "plans",
        new MechanismBoard(figures, scope)
            .plans(mechanisms.all(), sums(mechanisms.all(), spans, scope, false, moment), spans));
    return model;
  }

  private Map<String, Object> one(
      String id, Figures figures, Optional<Set<String>> held, FormFilter form) {
    Mechanism mechanism = mechanisms.find(id).orElseThrow(() -> new HttpException(NOT_FOUND));
    CityMoment moment = city.moment();
    CityModel seen = city.model().only(held);
    Scope scope = Scope.of(city.model(), held, form.chosen());
    Map<String, Object> model = common(moment, held.isPresent(), figures);
    String path = "/mechanism/" + PathSegment.of(id);
    model.put("path", path);
    model.put("forms", form.choices(seen, path, figures));
    model.put("chosenForm", form.chosen());
    putFigures(mechanism, moment, scope, seen, figures, model);
    putRows(mechanism, moment, scope, seen, figures, model);
    return model;
  }

  private void putFigures(
      Mechanism mechanism,
      CityMoment moment,
      Scope scope,
      CityModel seen,
      Figures figures,
      Map<String, Object> model) {
    List<Mechanism> alone = List.of(mechanism);
    List<Span> spans = spans(moment);
    List<Span> course = Course.spans(mechanism, moment);
    MechanismBoard board = new MechanismBoard(figures, scope);
    Sums now = sums(alone, spans, scope, false, moment);
    model.put("card", board.card(mechanism, now, spans));
    model.put("ranking", new Ranking(scope, figures).of(mechanism, now));
    model.put("weekly", mechanism.weekly());
    model.put("personal", mechanism.personal());
    model.put(
        "course",
        Course.drawn(mechanism, sums(alone, course, scope, false, moment), course, scope, figures));
    model.put(
        "lines",
        board.lines(
            mechanism, sums(alone, spans.subList(0, 1), scope, true, moment), spans.get(0), seen));
  }

  /** An installation of several sub-districts, or none, is no sub-district among others. */
  private Sums sums(
      List<Mechanism> asked, List<Span> spans, Scope scope, boolean byGrid, CityMoment moment) {
    Sums sums = queries.sums(asked, spans, scope.places(), byGrid, moment.zone());
    return scope.subDistrict().isPresent() ? sums : sums.alone();
  }

  private void putRows(
      Mechanism mechanism,
      CityMoment moment,
      Scope scope,
      CityModel seen,
      Figures figures,
      Map<String, Object> model) {
    MechanismLists lists = new MechanismLists(mechanism, mechanisms, seen, scope, figures);
    Instant now = moment.now();
    Places places = scope.places();
    Span span = spans(moment).get(0);
    model.put(
        "splits",
        mechanism.splits().stream()
            .map(
                split ->
                    lists.parts(
                        split,
                        queries.parts(
                            split,
                            register(mechanism, split),
                            span,
                            moment.start(CHECK_DAYS - 1),
                            places,
                            moment.zone())))
            .toList());
    model.put(
        "menu",
        mechanism
            .menu()
            .map(
                menu ->
                    lists.items(
                        queries.items(menu, new Span(moment.start(MENU_DAYS - 1), now), places)))
            .orElse(List.of()));
    model.put("wishes", mechanism.menu().filter(menu -> !menu.demand().isEmpty()).isPresent());
    model.put("map", map(mechanism, now, places, seen, figures));
    Set<String> demands = mechanism.kinds(Source.DEMAND);
    List<OpenRow> open = queries.open(demands, now, places, WAITING);
    model.put("demands", !demands.isEmpty());
    model.put("open", lists.open(open, now));
    model.put("openTotal", lists.total(open.isEmpty() ? 0 : open.get(0).total()));
    model.put("unlisted", lists.hidden());
    Set<String> services = mechanism.kinds(Source.SERVICE);
    model.put("services", !services.isEmpty());
    model.put("last", lists.last(queries.last(services, now, places, LAST)));
    Set<String> registers = mechanism.personal() ? Set.of() : listed(mechanism);
    List<EntryRow> entries = queries.entries(registers, now, places, ENTRIES);
    model.put("registers", !registers.isEmpty());
    model.put("entries", lists.entries(entries));
    model.put("entryTotal", figures.count(entries.isEmpty() ? 0 : entries.get(0).total()));
  }

  /** Entries of the register that is drawn; nothing where the mechanism draws none. */
  private Map<String, Object> map(
      Mechanism mechanism, Instant now, Places places, CityModel seen, Figures figures) {
    CityModel shown =
        places.everywhere() ? seen : seen.only(Optional.of(Set.copyOf(places.grids())));
    return mechanism.map().isEmpty()
        ? Map.of()
        : new EntryMap(shown, figures)
            .model(
                LocalText.of(
                    mechanisms.kinds(Source.REGISTER).get(mechanism.map()),
                    figures.messages().language()),
                queries.spotCounts(mechanism.map(), now, places),
                queries.spots(mechanism.map(), now, places));
  }

  /** Its registers, without those that other places are told of on. */
  private static Set<String> listed(Mechanism mechanism) {
    Set<String> registers = new LinkedHashSet<>(mechanism.kinds(Source.REGISTER));
    mechanism.measures().stream()
        .filter(measure -> measure.kind() == MeasureKind.RANK)
        .forEach(measure -> registers.remove(measure.register()));
    return registers;
  }

  /** The register whose entries held the services: those that held none are listed, too. */
  private static String register(Mechanism mechanism, Split split) {
    return mechanism.measures().stream()
        .filter(one -> one.kind() == MeasureKind.PER_ENTRY && one.of().equals(split.of()))
        .map(Measure::register)
        .findFirst()
        .orElse("");
  }

  private Map<String, Object> common(CityMoment moment, boolean held, Figures figures) {
    Map<String, Object> model = new LinkedHashMap<>();
    Span now = spans(moment).get(0);
    model.put("day", figures.day(moment.day()));
    model.put(
        "window",
        new TimeWindow(now.from().atZone(moment.zone()), now.until().atZone(moment.zone()))
            .interval());
    model.put(
        "asOf",
        figures.fullMoment(
            cities.dataTime(moment.now()).map(DataTimeRow::occurredAt).orElse(null)));
    model.put("narrow", held);
    return model;
  }

  /** The 30 days that end now, and the 30 days before. */
  private static List<Span> spans(CityMoment moment) {
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    return List.of(
        new Span(from, moment.now()),
        new Span(moment.start(2 * TimeWindow.TRAILING_DAYS - 1), from));
  }
}

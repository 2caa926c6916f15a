package city.chengmai.dashboard.page.foresight;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.ForesightQueries;
import city.chengmai.dashboard.query.ForesightQueries.CandidateRow;
import city.chengmai.dashboard.query.ForesightQueries.EffectRow;
import city.chengmai.dashboard.query.ForesightQueries.VerdictRow;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of what was handled before anybody complained (未诉先办). */
public final class ForesightRoutes implements RouteGroup {

  private static final Duration WINDOW = Duration.ofDays(30);

  private final Pages pages;
  private final CityDirectory city;
  private final ForesightQueries queries;

  /** Routes that read by these queries. */
  public ForesightRoutes(Pages pages, CityDirectory city, ForesightQueries queries) {
    this.pages = pages;
    this.city = city;
    this.queries = queries;
  }

  @Override
  public void mount(Router router) {
    router.get("/before-complaint").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String asked = Optional.ofNullable(context.request().getParam("verdict")).orElse("");
    String verdict = ForesightView.VERDICTS.contains(asked) ? asked : "";
    pages.show(context, "before-complaint", () -> model(figures, verdict));
  }

  private Map<String, Object> model(Figures figures, String verdict) {
    Instant now = city.moment().now();
    LocalDate day = now.atZone(figures.zone()).toLocalDate();
    ForesightView view = new ForesightView(city.model(), figures);
    List<VerdictRow> verdicts = queries.verdicts(now.minus(WINDOW), now);
    List<CandidateRow> list = queries.list(day);
    List<EffectRow> effects = queries.effects();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", figures.day(day));
    model.put("rate", queries.rate().map(view::rate).orElse(""));
    model.put("root", city.model().root().map(root -> root.areaId()).orElse(""));
    model.put("verdicts", view.verdicts(verdicts));
    model.put("relapsed", view.relapsed(verdicts));
    model.put("candidates", list.stream().map(view::candidate).toList());
    model.put("record", queries.past(day, figures.zone()).stream().map(view::past).toList());
    model.put("whole", effects.stream().limit(1).map(view::sentence).findFirst().orElse(""));
    model.put("period", effects.stream().limit(1).map(view::period).findFirst().orElse(""));
    model.put("effects", effects.stream().map(view::effect).toList());
    model.put("matters", queries.matters(verdict, now).stream().map(view::matter).toList());
    model.put("verdict", verdict);
    return model;
  }
}

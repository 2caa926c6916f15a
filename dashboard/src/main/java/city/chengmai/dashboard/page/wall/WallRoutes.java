package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The wall's page, panels, stream and state. */
public final class WallRoutes implements RouteGroup {

  /**
   * How the wall paces itself.
   *
   * @param heartbeat from one beat to the next
   * @param products how often analytics renews its products
   */
  public record Timing(Duration heartbeat, ProductPace products) {}

  private final WallFeed feed;
  private final Pages pages;
  private final CityDirectory city;
  private final Timing timing;
  private final WallBeat beat;
  private final WallStream stream;

  /** Routes over a feed, which the caller starts. */
  public WallRoutes(Vertx vertx, WallFeed feed, Pages pages, CityDirectory city, Timing timing) {
    this.feed = feed;
    this.pages = pages;
    this.city = city;
    this.timing = timing;
    this.beat = new WallBeat(feed, pages, city, timing.products(), pages.version());
    this.stream = new WallStream(vertx, beat, timing.heartbeat());
    feed.onChange(stream::changed);
  }

  @Override
  public void mount(Router router) {
    router.get("/wall").handler(this::page);
    router.get("/wall/panel/:panel").handler(this::panel);
    router.get("/events/wall").handler(context -> stream.open(context, language(context)));
    router.get("/api/wall").handler(this::state);
  }

  private void page(RoutingContext context) {
    Language language = RequestLanguage.of(context);
    pages.show(context, "wall", () -> model(language));
  }

  private Map<String, Object> model(Language language) {
    JsonObject state = beat.state(language).getJsonObject("panels");
    Map<String, Object> panels = new LinkedHashMap<>();
    for (WallSlot<?> slot : feed.slots()) {
      JsonObject panel = state.getJsonObject(slot.panel().id());
      Map<String, Object> shown = new LinkedHashMap<>(panel.getMap());
      shown.put("html", slot.frame(language).map(WallFrame::html).orElse(""));
      panels.put(slot.panel().id(), shown);
    }
    Figures figures = new Figures(language, city.model().facts().zone());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("panels", panels);
    model.put("heartbeat", timing.heartbeat().toMillis());
    model.put("version", pages.version());
    model.put("time", figures.time(pages.clock().instant()));
    model.put("day", figures.day(city.moment().day()));
    model.put("historical", city.moment().historical());
    return model;
  }

  private void panel(RoutingContext context) {
    Language language = language(context);
    Optional<WallFrame> frame =
        feed.slot(context.pathParam("panel")).flatMap(slot -> slot.frame(language));
    if (frame.isEmpty()) {
      context.fail(404);
      return;
    }
    boolean named = frame.get().hash().equals(context.request().getParam("hash"));
    context
        .response()
        .putHeader("ETag", "\"" + frame.get().hash() + "\"")
        .putHeader("Cache-Control", named ? "private, max-age=31536000, immutable" : "no-store");
    frame.get().body().answer(context, "text/html; charset=utf-8");
  }

  private void state(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    context.json(beat.state(language(context)).put("screens", stream.listening()));
  }

  /** Panels name their language in the address, without the cookie of the language switch. */
  private static Language language(RoutingContext context) {
    return Language.of(context.request().getParam("language"))
        .orElseGet(() -> RequestLanguage.of(context));
  }
}

package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.BoardEdition;
import city.chengmai.dashboard.board.BoardJournal;
import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.board.ShippedBoards;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.Optional;

/**
 * Each board's page, panels, stream and state: {@code /wall} has the wall's own board, {@code
 * /wall/ID} any. A preview has a draft's page and hears of nothing.
 */
public final class WallRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;

  /**
   * How the wall paces itself.
   *
   * @param heartbeat from one beat to the next
   * @param products how often analytics renews its products
   */
  public record Timing(Duration heartbeat, ProductPace products) {}

  private final WallFeed feed;
  private final Pages pages;
  private final BoardJournal boards;
  private final WallBeat beat;
  private final WallStream stream;
  private final WallPage page;

  /** Routes over a feed, which the caller starts. */
  public WallRoutes(
      Vertx vertx,
      WallFeed feed,
      Pages pages,
      CityDirectory city,
      BoardJournal boards,
      Timing timing) {
    this.feed = feed;
    this.pages = pages;
    this.boards = boards;
    this.beat = new WallBeat(feed, pages, city, timing.products(), pages.version());
    this.stream = new WallStream(vertx, beat, feed::show, timing.heartbeat());
    this.page = new WallPage(beat, pages, city, timing.heartbeat());
    feed.onChange(stream::changed);
    feed.onBoards(stream::beat);
  }

  @Override
  public void mount(Router router) {
    router.get("/wall").handler(this::page);
    router.get("/wall/panel/:panel").handler(this::panel);
    router.get("/events/wall").handler(this::stream);
    router.get("/api/wall").handler(this::state);
    router.get("/wall/:board").handler(this::page);
    router.get("/wall/:board/panel/:panel").handler(this::panel);
    router.get("/events/wall/:board").handler(this::stream);
    router.get("/api/wall/:board").handler(this::state);
    router.get("/board/:board/preview").handler(this::preview);
  }

  /** The board that the address names; the wall's own where it names none. */
  private Optional<WallShow> show(RoutingContext context) {
    return feed.show(named(context).orElse(ShippedBoards.DEFAULT));
  }

  private static Optional<String> named(RoutingContext context) {
    return Optional.ofNullable(context.pathParam("board"));
  }

  private void page(RoutingContext context) {
    Language language = RequestLanguage.of(context);
    WallPage.Addresses addresses = WallPage.Addresses.of(named(context));
    show(context)
        .ifPresentOrElse(
            show -> pages.show(context, "wall", () -> page.model(show, language, addresses)),
            () -> context.fail(NOT_FOUND));
  }

  private void preview(RoutingContext context) {
    Language language = RequestLanguage.of(context);
    String id = context.pathParam("board");
    pages.show(context, "wall", () -> page.model(preview(id), language, WallPage.Addresses.NONE));
  }

  private WallShow preview(String id) {
    BoardEdition latest =
        boards.editions(id).stream().findFirst().orElseThrow(() -> new HttpException(NOT_FOUND));
    return BoardReader.read(latest.text())
        .board()
        .map(board -> feed.preview(id, latest.text(), board))
        .orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private void panel(RoutingContext context) {
    Language language = language(context);
    Optional<WallFrame> frame =
        show(context)
            .flatMap(show -> show.panel(context.pathParam("panel")))
            .flatMap(slot -> slot.frame(language));
    if (frame.isEmpty()) {
      context.fail(NOT_FOUND);
      return;
    }
    boolean named = frame.get().hash().equals(context.request().getParam("hash"));
    context
        .response()
        .putHeader("ETag", "\"" + frame.get().hash() + "\"")
        .putHeader("Cache-Control", named ? "private, max-age=31536000, immutable" : "no-store");
    frame.get().body().answer(context, "text/html; charset=utf-8");
  }

  private void stream(RoutingContext context) {
    Language language = language(context);
    show(context)
        .ifPresentOrElse(
            show -> stream.open(context, show, language), () -> context.fail(NOT_FOUND));
  }

  private void state(RoutingContext context) {
    Language language = language(context);
    show(context)
        .ifPresentOrElse(
            show -> {
              context.response().putHeader("Cache-Control", "no-store");
              context.json(beat.state(show, language).put("screens", stream.listening()));
            },
            () -> context.fail(NOT_FOUND));
  }

  /** Panels name their language in the address, without the cookie of the language switch. */
  private static Language language(RoutingContext context) {
    return Language.of(context.request().getParam("language"))
        .orElseGet(() -> RequestLanguage.of(context));
  }
}

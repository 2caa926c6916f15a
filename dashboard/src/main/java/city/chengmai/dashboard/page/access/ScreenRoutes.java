package city.chengmai.dashboard.page.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.Board;
import city.chengmai.dashboard.access.Screen;
import city.chengmai.dashboard.access.Screens;
import city.chengmai.dashboard.board.Boards;
import city.chengmai.dashboard.board.ShippedBoards;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.LocalText;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Screens on walls and their tokens, as administrators make and revoke them. */
public final class ScreenRoutes implements RouteGroup {

  /** A board to choose. */
  public record Choice(String name, String title) {}

  /** A screen in the list. */
  public record Line(
      String id, String name, String board, boolean revoked, String changedAt, String changedBy) {}

  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int LONGEST_NAME = 60;

  private final Workers workers;
  private final Pages pages;
  private final Screens screens;
  private final Boards boards;
  private final InstantSource clock;

  /**
   * Routes over these screens.
   *
   * @param boards of the wall, to which screens are bound
   * @param clock real time
   */
  public ScreenRoutes(
      Workers workers, Pages pages, Screens screens, Boards boards, InstantSource clock) {
    this.boards = requireNonNull(boards, "boards");
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.screens = requireNonNull(screens, "screens");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void mount(Router router) {
    router.get("/screens").handler(context -> show(context, "", ""));
    AccessForm.form(router.post("/screens")).handler(this::add);
    AccessForm.form(router.post("/screens/:screen/revoke")).handler(this::revoke);
  }

  private void show(RoutingContext context, String problem, String address) {
    Figures figures = new Figures(RequestLanguage.of(context), pages.city().zone());
    pages.show(context, "screens", () -> model(figures, problem, address));
  }

  private Map<String, Object> model(Figures figures, String problem, String address) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("screens", screens.all().stream().map(one -> line(one, figures)).toList());
    model.put("boards", choices(figures));
    model.put("problem", problem);
    model.put("address", address);
    return model;
  }

  private List<Choice> choices(Figures figures) {
    List<Board> all = new ArrayList<>();
    all.add(Board.WALL);
    boards.shown().keySet().stream()
        .filter(id -> !id.equals(ShippedBoards.DEFAULT))
        .map(Board::wall)
        .forEach(all::add);
    all.add(Board.FEEDS);
    return all.stream().map(one -> new Choice(one.wireName(), title(one, figures))).toList();
  }

  /** The title of a board; the address of one that is gone. */
  private String title(Board board, Figures figures) {
    return board
        .boardId()
        .map(
            id ->
                Optional.ofNullable(boards.shown().get(id))
                    .map(one -> LocalText.of(one.board().title(), figures.messages().language()))
                    .orElse(board.path()))
        .orElseGet(() -> figures.messages().text("board." + board.wireName()));
  }

  private Line line(Screen screen, Figures figures) {
    return new Line(
        screen.id(),
        screen.name(),
        title(screen.board(), figures),
        screen.revoked(),
        figures.fullMoment(screen.changedAt()),
        screen.changedBy());
  }

  /** Shows the address at once, since the token is kept nowhere. */
  private void add(RoutingContext context) {
    String name = AccessForm.text(context, "name");
    Optional<Board> board =
        Board.of(AccessForm.text(context, "board"))
            .filter(one -> one.boardId().map(boards.shown()::containsKey).orElse(true));
    if (name.isEmpty() || name.length() > LONGEST_NAME || board.isEmpty()) {
      context.response().setStatusCode(BAD);
      show(context, "screens.problem", "");
      return;
    }
    String by = AccessForm.who(context);
    String server = context.request().scheme() + "://" + context.request().authority();
    workers
        .call(() -> screens.add(name, board.get(), by, clock.instant()))
        .onSuccess(
            token -> {
              AccessForm.note(
                  context, AuditKind.SCREEN, name, "made for " + board.get().wireName());
              show(context, "", server + board.get().path() + "?screen=" + token);
            })
        .onFailure(context::fail);
  }

  private void revoke(RoutingContext context) {
    String by = AccessForm.who(context);
    String id = context.pathParam("screen");
    workers
        .call(
            () ->
                screens
                    .revoke(id, by, clock.instant())
                    .orElseThrow(() -> new HttpException(NOT_FOUND)))
        .onSuccess(
            screen -> {
              AccessForm.note(context, AuditKind.SCREEN, screen.name(), "revoked");
              AccessForm.redirect(context, "/screens");
            })
        .onFailure(context::fail);
  }
}

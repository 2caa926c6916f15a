package city.chengmai.dashboard.local;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Messages;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Stands before all other routes of a local run: shows the start-up page until the pages can serve,
 * and in place of the wall until the wall has something to show.
 */
public final class StartGate implements RouteGroup {

  private static final Set<String> ALWAYS = Set.of("/start", "/start/status", "/favicon.ico");
  private static final Set<String> WALL = Set.of("/", "/wall");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunBoard board;
  private final Pages pages;
  private final BooleanSupplier pagesReady;

  /**
   * A gate.
   *
   * @param pagesReady whether the store has its tables, so that pages can be drawn
   */
  public StartGate(RunBoard board, Pages pages, BooleanSupplier pagesReady) {
    this.board = board;
    this.pages = pages;
    this.pagesReady = pagesReady;
  }

  @Override
  public void mount(Router router) {
    router.get("/start/status").handler(this::status);
    router.get("/start").handler(this::page);
    router.route().handler(this::guard);
  }

  private void guard(RoutingContext context) {
    String path = context.request().path();
    boolean open =
        WALL.contains(path)
            ? board.wallReady()
            : pagesReady.getAsBoolean() || path.startsWith("/assets/") || ALWAYS.contains(path);
    if (open) {
      context.next();
      return;
    }
    context.response().setStatusCode(503).putHeader("Retry-After", "5");
    page(context);
  }

  private void page(RoutingContext context) {
    pages.show(
        context,
        "start",
        () -> Map.of("parts", Part.values(), "pagesReady", pagesReady.getAsBoolean()));
  }

  private void status(RoutingContext context) {
    Messages messages = pages.messages(context);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("wallReady", board.wallReady());
    answer.put("pagesReady", pagesReady.getAsBoolean());
    for (PartStatus status : board.statuses()) {
      answer
          .withArray("parts")
          .addObject()
          .put("part", status.part().wireName())
          .put("state", status.state().wireName())
          .put("stateText", messages.text("start.state." + status.state().wireName()))
          .put("done", status.done())
          .put("total", status.total())
          .put("message", ProgressWords.of(messages, status.message()));
    }
    board.failure().ifPresent(failure -> put(answer, failure, messages));
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(answer.toString());
  }

  private static void put(ObjectNode answer, PartFailure failure, Messages messages) {
    ObjectNode entry = answer.putObject("failure");
    entry.put(
        "title",
        messages.text("start.failed", messages.text("start.part." + failure.part().wireName())));
    entry.put("reason", failure.reason());
    entry.put("log", failure.log().toString());
    failure.lastLines().forEach(entry.withArray("lines")::add);
  }
}

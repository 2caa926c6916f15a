package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Language;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The stream of server-sent events that all walls hear, each of its own board. A screen whose queue
 * is full is skipped, never queued for: the next beat tells it everything.
 */
final class WallStream {

  /** What a screen shows. */
  private record Listener(String board, Language language) {}

  private final Map<HttpServerResponse, Listener> screens = new ConcurrentHashMap<>();
  private final WallBeat beat;
  private final Function<String, Optional<WallShow>> shows;

  WallStream(
      Vertx vertx, WallBeat beat, Function<String, Optional<WallShow>> shows, Duration heartbeat) {
    this.beat = beat;
    this.shows = shows;
    vertx.setPeriodic(heartbeat.toMillis(), timer -> beat());
  }

  /** Answers a screen with the stream of a board, beginning with a beat. */
  void open(RoutingContext context, WallShow show, Language language) {
    HttpServerResponse response = context.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("X-Accel-Buffering", "no");
    response.exceptionHandler(e -> screens.remove(response));
    response.closeHandler(closed -> screens.remove(response));
    screens.put(response, new Listener(show.id(), language));
    send(response, "beat", beat.state(show, language));
  }

  /** Tells every screen whose board has this panel that it has a new picture. */
  void changed(WallSlot<?> slot) {
    screens.forEach(
        (screen, listener) ->
            shows
                .apply(listener.board())
                .ifPresent(show -> changed(screen, show, listener.language(), slot)));
  }

  private void changed(
      HttpServerResponse screen, WallShow show, Language language, WallSlot<?> changed) {
    show.panels()
        .forEach(
            (name, slot) -> {
              if (slot == changed) {
                send(screen, "panel", beat.panel(slot, language).put("panel", name));
              }
            });
  }

  /** Screens that listen, to any board. */
  int listening() {
    return screens.size();
  }

  /** Tells every screen how its board stands. */
  void beat() {
    Map<Listener, JsonObject> states = new ConcurrentHashMap<>();
    screens.forEach(
        (screen, listener) ->
            shows
                .apply(listener.board())
                .map(
                    show ->
                        states.computeIfAbsent(
                            listener, any -> beat.state(show, listener.language())))
                .ifPresent(state -> send(screen, "beat", state)));
  }

  private void send(HttpServerResponse screen, String event, JsonObject data) {
    if (screen.closed()) {
      screens.remove(screen);
    } else if (!screen.writeQueueFull()) {
      screen.write("event: " + event + "\ndata: " + data.encode() + "\n\n");
    }
  }
}

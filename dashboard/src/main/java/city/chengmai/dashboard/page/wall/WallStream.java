package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Language;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stream of server-sent events that all walls hear. A screen whose queue is full is skipped,
 * never queued for: the next beat tells it everything.
 */
final class WallStream {

  private final Map<HttpServerResponse, Language> screens = new ConcurrentHashMap<>();
  private final WallBeat beat;

  WallStream(Vertx vertx, WallBeat beat, Duration heartbeat) {
    this.beat = beat;
    vertx.setPeriodic(heartbeat.toMillis(), timer -> beat());
  }

  /** Answers a screen with the stream, beginning with a beat. */
  void open(RoutingContext context, Language language) {
    HttpServerResponse response = context.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("X-Accel-Buffering", "no");
    response.exceptionHandler(e -> screens.remove(response));
    response.closeHandler(closed -> screens.remove(response));
    screens.put(response, language);
    send(response, "beat", beat.state(language));
  }

  /** Tells every screen which panels have a new picture. */
  void changed(List<WallSlot<?>> slots) {
    for (WallSlot<?> slot : slots) {
      screens.forEach(
          (screen, language) ->
              send(screen, "panel", beat.panel(slot, language).put("panel", slot.panel().id())));
    }
  }

  /** Screens that listen. */
  int listening() {
    return screens.size();
  }

  private void beat() {
    if (screens.isEmpty()) {
      return;
    }
    Map<Language, JsonObject> states = new ConcurrentHashMap<>();
    screens.forEach(
        (screen, language) -> send(screen, "beat", states.computeIfAbsent(language, beat::state)));
  }

  private void send(HttpServerResponse screen, String event, JsonObject data) {
    if (screen.closed()) {
      screens.remove(screen);
    } else if (!screen.writeQueueFull()) {
      screen.write("event: " + event + "\ndata: " + data.encode() + "\n\n");
    }
  }
}

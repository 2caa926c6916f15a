package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.board.WallBoard.Column;
import city.chengmai.dashboard.board.WallBoard.Scene;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.LocalText;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the page of a board shows. */
final class WallPage {

  /**
   * Where a page hears of changes; all empty for a preview, which hears of none.
   *
   * @param stream address of the stream
   * @param panels address that the name of a panel is put behind
   * @param state address of the state
   */
  record Addresses(String stream, String panels, String state) {

    static final Addresses NONE = new Addresses("", "", "");

    /** Of the wall's own board, or of the board of an id. */
    static Addresses of(Optional<String> board) {
      String id = board.map(one -> "/" + one).orElse("");
      return new Addresses("/events/wall" + id, "/wall" + id + "/panel/", "/api/wall" + id);
    }
  }

  /** A panel with its latest picture. */
  public record PanelView(
      String name, String kind, String title, int height, String hash, String time, String html) {}

  /** A column. */
  public record ColumnView(int width, int wide, List<PanelView> panels) {}

  /**
   * A scene.
   *
   * @param strip empty or one panel
   * @param shown whether it is the one of the moment
   */
  public record SceneView(
      String id, int seconds, boolean shown, List<PanelView> strip, List<ColumnView> columns) {}

  private final WallBeat beat;
  private final Pages pages;
  private final CityDirectory city;
  private final Duration heartbeat;

  WallPage(WallBeat beat, Pages pages, CityDirectory city, Duration heartbeat) {
    this.beat = beat;
    this.pages = pages;
    this.city = city;
    this.heartbeat = heartbeat;
  }

  Map<String, Object> model(WallShow show, Language language, Addresses addresses) {
    JsonObject state = beat.state(show, language);
    Figures figures = new Figures(language, city.model().facts().zone());
    boolean event = state.getBoolean("event");
    int scene = event ? show.board().eventScene() : show.board().sceneAt(state.getLong("real"));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("boardTitle", LocalText.of(show.board().title(), language));
    model.put("boardHash", show.hash());
    model.put("header", panel(show, "header", language));
    model.put(
        "ticker", show.board().ticker() ? List.of(panel(show, "ticker", language)) : List.of());
    model.put("scenes", scenes(show, scene, language));
    model.put("scene", scene + 1);
    model.put("eventScene", show.board().eventScene());
    model.put("event", event);
    model.put(
        "emergency",
        show.board()
            .emergency()
            .map(
                one ->
                    figures
                        .messages()
                        .text(
                            "wall.emergency",
                            LocalText.of(one.name(), language),
                            figures.moment(one.since())))
            .orElse(""));
    model.put("addresses", addresses);
    model.put("state", state.getMap());
    model.put("heartbeat", heartbeat.toMillis());
    model.put("speed", city.speed());
    model.put("version", pages.version());
    model.put("time", figures.time(pages.clock().instant()));
    model.put("day", figures.day(city.moment().day()));
    model.put("historical", city.moment().historical());
    return model;
  }

  private List<SceneView> scenes(WallShow show, int shown, Language language) {
    List<Scene> scenes = show.board().scenes();
    return IntStream.range(0, scenes.size())
        .mapToObj(i -> scene(show, scenes.get(i), i == shown, language))
        .toList();
  }

  private SceneView scene(WallShow show, Scene scene, boolean shown, Language language) {
    return new SceneView(
        scene.id(),
        scene.seconds(),
        shown,
        scene.strip().stream().map(plan -> panel(show, plan, language)).toList(),
        scene.columns().stream().map(column -> column(show, column, language)).toList());
  }

  private ColumnView column(WallShow show, Column column, Language language) {
    return new ColumnView(
        column.width(),
        column.wide(),
        column.panels().stream().map(plan -> panel(show, plan, language)).toList());
  }

  private PanelView panel(WallShow show, String name, Language language) {
    return show.board().panels().stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .map(plan -> panel(show, plan, language))
        .orElseThrow();
  }

  private PanelView panel(WallShow show, PanelPlan plan, Language language) {
    WallSlot<?> slot = show.panel(plan.name()).orElseThrow();
    JsonObject state = beat.panel(slot, language);
    Figures figures = new Figures(language, city.model().facts().zone());
    String title =
        plan.title()
            .map(own -> LocalText.of(own, language))
            .orElseGet(() -> slot.panel().heading(city.model(), figures.messages()));
    return new PanelView(
        plan.name(),
        plan.kind().word(),
        title,
        plan.height(),
        state.getString("hash"),
        state.getString("time"),
        slot.frame(language).map(WallFrame::html).orElse(""));
  }
}

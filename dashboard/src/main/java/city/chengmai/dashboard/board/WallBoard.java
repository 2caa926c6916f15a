package city.chengmai.dashboard.board;

import city.chengmai.datasets.catalogue.LocalName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A board of the wall (大屏版面).
 *
 * @param title in the head
 * @param ticker whether open alerts run in its foot
 * @param event when its rotation stops for an alarm
 * @param emergency the emergency that it stands for: all walls show it then
 * @param scenes shown in turn, each for its seconds; at least one
 */
public record WallBoard(
    LocalName title,
    boolean ticker,
    Optional<EventMode> event,
    Optional<Emergency> emergency,
    List<Scene> scenes) {

  /** The same without an emergency. */
  public WallBoard calm() {
    return new WallBoard(title, ticker, event, Optional.empty(), scenes);
  }

  /**
   * Emergency mode (应急状态): declared and ended by people, on all walls at once.
   *
   * @param name what it is about
   * @param since when it was declared, by the city's clock
   */
  public record Emergency(LocalName name, Instant since) {}

  /**
   * Event mode (事件模式): from an alarm on, one scene is held.
   *
   * @param scene id of the scene
   * @param minutes how long after the newest alarm that still stands
   */
  public record EventMode(String scene, int minutes) {}

  /**
   * What is shown at a time (场景).
   *
   * @param id within the board
   * @param seconds how long
   * @param strip panel across the top
   * @param columns from left to right
   */
  public record Scene(String id, int seconds, Optional<PanelPlan> strip, List<Column> columns) {
    /** Copies the columns. */
    public Scene {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column of panels.
   *
   * @param width share of the width on screens up to 21:9; 0: not shown there
   * @param wide the same on wider ones, such as 32:9
   * @param panels from top to bottom
   */
  public record Column(int width, int wide, List<PanelPlan> panels) {
    /** Copies the panels. */
    public Column {
      panels = List.copyOf(panels);
    }
  }

  /** Copies the scenes. */
  public WallBoard {
    scenes = List.copyOf(scenes);
  }

  /** All panels in the order of the page, head first and foot last. */
  public List<PanelPlan> panels() {
    List<PanelPlan> panels = new ArrayList<>();
    panels.add(PanelPlan.fixed(PanelKind.HEADER));
    scenes.stream().flatMap(WallBoard::panels).forEach(panels::add);
    if (ticker) {
      panels.add(PanelPlan.fixed(PanelKind.TICKER));
    }
    return List.copyOf(panels);
  }

  private static Stream<PanelPlan> panels(Scene scene) {
    return Stream.concat(
        scene.strip().stream(), scene.columns().stream().flatMap(c -> c.panels().stream()));
  }

  /** The place of the event mode's scene among the scenes; -1 without event mode. */
  public int eventScene() {
    List<String> ids = scenes.stream().map(Scene::id).toList();
    return event.map(mode -> ids.indexOf(mode.scene())).orElse(-1);
  }

  /**
   * Which scene is shown at a moment. It follows from the clock alone, so that a screen that starts
   * anew, and every screen of a hall, shows the same.
   *
   * @param millis real time since 1970
   */
  public int sceneAt(long millis) {
    long turn = scenes.stream().mapToLong(scene -> 1000L * scene.seconds()).sum();
    long left = Math.floorMod(millis, turn);
    for (int i = 0; i < scenes.size(); i++) {
      left -= 1000L * scenes.get(i).seconds();
      if (left < 0) {
        return i;
      }
    }
    return scenes.size() - 1;
  }
}

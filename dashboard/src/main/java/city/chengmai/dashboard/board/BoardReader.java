package city.chengmai.dashboard.board;

import city.chengmai.dashboard.board.WallBoard.Column;
import city.chengmai.dashboard.board.WallBoard.Emergency;
import city.chengmai.dashboard.board.WallBoard.EventMode;
import city.chengmai.dashboard.board.WallBoard.Scene;
import city.chengmai.datasets.catalogue.LocalName;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the YAML of a board strictly and tells everything that is wrong with it at once. */
public final class BoardReader {

  /** Characters that a board's text may have. */
  public static final int LONGEST_TEXT = 60_000;

  private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
  private static final String NAME = "\\S(?:.{0,58}\\S)?";
  private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
  private static final int MOST_SCENES = 12;
  private static final int MOST_COLUMNS = 8;
  private static final int MOST_PANELS = 6;
  private static final int MOST_SHARE = 100;
  private static final int SHORTEST_SCENE = 5;
  private static final int LONGEST_SCENE = 3_600;
  private static final int DEFAULT_SCENE = 60;
  private static final int DAY_MINUTES = 1_440;
  private static final int DEFAULT_EVENT_MINUTES = 30;

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<BoardFault> faults = new ArrayList<>();
  private final Map<PanelKind, Integer> kinds = new HashMap<>();

  /**
   * What came of reading a text.
   *
   * @param board empty when anything is wrong
   * @param faults all that is wrong, in the order of the text
   */
  public record Reading(Optional<WallBoard> board, List<BoardFault> faults) {}

  private final boolean tellsOfEmergencies;

  private BoardReader(boolean tellsOfEmergencies) {
    this.tellsOfEmergencies = tellsOfEmergencies;
  }

  /** Reads a text that is kept already, of whatever board. */
  public static Reading read(String text) {
    return new BoardReader(true).reading(text);
  }

  /**
   * Reads a text that is to be kept: of an emergency only {@link ShippedBoards#EMERGENCY} tells,
   * because only there it can be ended.
   */
  public static Reading read(String board, String text) {
    return new BoardReader(board.equals(ShippedBoards.EMERGENCY)).reading(text);
  }

  private Reading reading(String text) {
    WallBoard board = null;
    if (text.length() > LONGEST_TEXT) {
      faults.add(new BoardFault("", "", "" + text.length(), "shorter", List.of("" + LONGEST_TEXT)));
    } else {
      board = parsed(text).map(this::board).orElse(null);
    }
    return faults.isEmpty() && board != null
        ? new Reading(Optional.of(board), List.of())
        : new Reading(Optional.empty(), List.copyOf(faults));
  }

  private Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(YAML.readTree(text));
    } catch (JacksonException e) {
      String at =
          e.getLocation() == null
              ? "?"
              : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      String first = e.getOriginalMessage().lines().findFirst().orElse("");
      faults.add(new BoardFault("", "", first, "yaml", List.of(at)));
      return Optional.empty();
    }
  }

  private WallBoard board(JsonNode root) {
    Spot spot = new Spot("", root, faults);
    if (!spot.isMap()) {
      return null;
    }
    spot.allow(List.of("title", "ticker", "event", "emergency", "scenes"));
    Optional<LocalName> title = name(spot, true);
    boolean ticker = spot.flag("ticker", true);
    List<Scene> scenes =
        spot.each("scenes", 1, MOST_SCENES, "id").stream()
            .map(this::scene)
            .flatMap(Optional::stream)
            .map(new BoardLayout(ticker)::shaped)
            .toList();
    requireUnlike(spot, scenes);
    Optional<EventMode> event = spot.has("event") ? event(spot.below("event"), scenes) : none();
    if (spot.has("emergency") && !tellsOfEmergencies) {
      spot.fault("emergency", "emergency-board", ShippedBoards.EMERGENCY);
    }
    Optional<Emergency> emergency =
        spot.has("emergency") ? emergency(spot.below("emergency")) : none();
    return faults.isEmpty()
        ? new WallBoard(title.orElseThrow(), ticker, event, emergency, scenes)
        : null;
  }

  private Optional<Emergency> emergency(Spot spot) {
    if (!spot.isMap()) {
      return none();
    }
    spot.allow(List.of("zh", "en", "since"));
    Optional<String> chinese = spot.text("zh", NAME, "name");
    Optional<String> english = spot.text("en", NAME, "name");
    Optional<Instant> since = spot.text("since", MOMENT, "moment").flatMap(at -> moment(spot, at));
    return chinese.flatMap(
        zh -> english.flatMap(en -> since.map(at -> new Emergency(new LocalName(zh, en), at))));
  }

  private static Optional<Instant> moment(Spot spot, String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noSuchDay) {
      spot.fault("since", "moment");
      return none();
    }
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static void requireUnlike(Spot spot, List<Scene> scenes) {
    Set<String> ids = new HashSet<>();
    scenes.stream()
        .map(Scene::id)
        .filter(id -> !ids.add(id))
        .forEach(id -> spot.fault("scenes", "unlike-ids", id));
  }

  private Optional<EventMode> event(Spot spot, List<Scene> scenes) {
    if (!spot.isMap()) {
      return none();
    }
    spot.allow(List.of("scene", "minutes"));
    int minutes = spot.whole("minutes", 1, DAY_MINUTES, DEFAULT_EVENT_MINUTES);
    List<String> ids = scenes.stream().map(Scene::id).toList();
    String scene = spot.seen("scene");
    if (!ids.contains(scene)) {
      spot.fault("scene", "one-of", String.join(", ", ids));
    }
    return Optional.of(new EventMode(scene, minutes));
  }

  private Optional<Scene> scene(Spot spot) {
    if (!spot.isMap()) {
      return none();
    }
    spot.allow(List.of("id", "seconds", "strip", "columns"));
    Optional<String> id = spot.text("id", ID, "id");
    int seconds = spot.whole("seconds", SHORTEST_SCENE, LONGEST_SCENE, DEFAULT_SCENE);
    Optional<PanelPlan> strip = spot.has("strip") ? strip(spot.below("strip")) : none();
    List<Column> columns =
        spot.each("columns", 1, MOST_COLUMNS, "").stream()
            .map(this::column)
            .flatMap(Optional::stream)
            .toList();
    requireShown(spot, columns);
    return id.map(found -> new Scene(found, seconds, strip, columns))
        .filter(scene -> !columns.isEmpty());
  }

  /** On a screen of either kind something has to be seen. */
  private void requireShown(Spot spot, List<Column> columns) {
    if (!columns.isEmpty() && columns.stream().allMatch(column -> column.width() == 0)) {
      spot.fault("columns", "shown-width");
    }
    if (!columns.isEmpty() && columns.stream().allMatch(column -> column.wide() == 0)) {
      spot.fault("columns", "shown-wide");
    }
  }

  private Optional<PanelPlan> strip(Spot spot) {
    if (spot.isMap() && !PanelKind.FIGURES.word().equals(spot.seen("kind"))) {
      spot.fault("kind", "one-of", PanelKind.FIGURES.word());
      return none();
    }
    return spot.isMap() ? panel(spot) : none();
  }

  private Optional<Column> column(Spot spot) {
    if (!spot.isMap()) {
      return none();
    }
    spot.allow(List.of("width", "wide", "panels"));
    int width = spot.whole("width", 0, MOST_SHARE, null);
    int wide = spot.whole("wide", 0, MOST_SHARE, width);
    List<PanelPlan> panels =
        spot.each("panels", 1, MOST_PANELS, "kind").stream()
            .map(this::panel)
            .flatMap(Optional::stream)
            .toList();
    return panels.isEmpty() ? none() : Optional.of(new Column(width, wide, panels));
  }

  private Optional<PanelPlan> panel(Spot spot) {
    if (!spot.isMap()) {
      return none();
    }
    Optional<PanelKind> kind = PanelKind.of(spot.seen("kind"));
    if (kind.isEmpty()) {
      spot.fault("kind", "one-of", String.join(", ", PanelKind.words()));
      return none();
    }
    List<String> keys = new ArrayList<>(List.of("kind", "title", "height"));
    kind.get().options().forEach(option -> keys.add(option.key()));
    spot.allow(keys);
    Optional<LocalName> title = name(spot, false);
    int height = spot.whole("height", 1, MOST_SHARE, 1);
    Map<String, Object> options = new PanelOptions(spot).read(kind.get());
    int before = kinds.merge(kind.get(), 1, Integer::sum);
    String name = kind.get().word() + (before == 1 ? "" : "-" + before);
    return Optional.of(
        new PanelPlan(name, kind.get(), title, height, options, new PanelShape(0, 0)));
  }

  private Optional<LocalName> name(Spot spot, boolean needed) {
    if (!needed && !spot.has("title")) {
      return none();
    }
    Spot title = spot.below("title");
    if (!title.isMap()) {
      return none();
    }
    title.allow(List.of("zh", "en"));
    Optional<String> chinese = title.text("zh", NAME, "name");
    Optional<String> english = title.text("en", NAME, "name");
    return chinese.flatMap(zh -> english.map(en -> new LocalName(zh, en)));
  }
}

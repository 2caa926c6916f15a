package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.GridMapRenderer;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.GridPicture;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AreaAlertsRow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.PortraitQueries.RollUpRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.OpenCountRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All grids with their scores, as a map and as a list. Blocking and thread-safe. */
final class GridList {

  /** A grid in the list; a missing score is a word. */
  public record Line(
      String id,
      String name,
      String type,
      String grade,
      String overall,
      String management,
      String service,
      String operation,
      String rank,
      String range,
      String open,
      String overdue,
      long alerts,
      long alarms) {}

  /** A choice of the filter. */
  public record Type(String key, String name, int size, boolean chosen) {}

  private final CityDirectory city;
  private final PortraitQueries portraits;
  private final AlertQueries alerts;
  private final WallQueries wall;
  private final GridMapRenderer maps = new GridMapRenderer();

  GridList(CityDirectory city, Store store) {
    this.city = city;
    this.portraits = new PortraitQueries(store);
    this.alerts = new AlertQueries(store);
    this.wall = new WallQueries(store);
  }

  /** The page's model of these grids; an empty type chooses all. */
  Map<String, Object> model(CityModel model, String type, Figures figures) {
    CityMoment moment = city.moment();
    List<PortraitRow> scores = portraits.portraits(moment.day());
    Map<String, AreaAlertsRow> alarmed = byId(alerts.byArea(moment.now()), AreaAlertsRow::areaId);
    List<OpenCountRow> counts = wall.openCounts(moment.now());
    Map<String, OpenCountRow> open = byId(counts, OpenCountRow::grid);
    List<Line> lines =
        model.baseGrids().stream()
            .filter(area -> type.isEmpty() || area.gridType().equals(type))
            .map(area -> line(area, scores, alarmed, open, figures))
            .toList();
    LocalDate day = day(scores, moment);
    ComprehensiveList above = new ComprehensiveList(model, figures);
    return Map.of(
        "lines", lines,
        "types", types(model, type, figures.messages()),
        "all", model.baseGrids().size(),
        "type", type,
        "day", figures.day(day),
        "window", TimeWindow.trailing(day, moment.zone()).interval(),
        "historical", moment.historical(),
        "map", map(model, scores, alarmed, figures.messages()),
        "above", above.lines(scores, counts, rollUps(model, day)),
        "counted", above.headings());
  }

  /** Nothing is asked where the city has no comprehensive grids. */
  private List<RollUpRow> rollUps(CityModel model, LocalDate day) {
    return ComprehensiveList.areas(model).isEmpty()
        ? List.of()
        : portraits.rollUps(day, ComprehensiveList.LEVEL, ComprehensiveList.COUNTED);
  }

  /** The day that the scores are of: without new ones it must not pass for today. */
  private static LocalDate day(List<PortraitRow> scores, CityMoment moment) {
    return scores.stream().map(PortraitRow::day).findFirst().orElse(moment.day());
  }

  private String map(
      CityModel model,
      List<PortraitRow> scores,
      Map<String, AreaAlertsRow> alarmed,
      Messages messages) {
    if (model.baseGrids().isEmpty()) {
      return "";
    }
    Map<String, String> grades = new HashMap<>();
    scores.stream()
        .filter(row -> row.dimension().equals(Portrait.OVERALL))
        .forEach(row -> grades.put(row.areaId(), row.grade()));
    Set<String> alarms =
        alarmed.values().stream()
            .filter(row -> row.alarms() > 0)
            .map(AreaAlertsRow::areaId)
            .collect(Collectors.toSet());
    return maps.svg(
        new GridPicture(model, messages).map(grades, alarms, true),
        Frame.of(HouseTheme.DESK, 620, 520));
  }

  private static Line line(
      AreaRow area,
      List<PortraitRow> scores,
      Map<String, AreaAlertsRow> alarmed,
      Map<String, OpenCountRow> open,
      Figures figures) {
    Map<String, PortraitRow> own =
        scores.stream()
            .filter(row -> row.areaId().equals(area.areaId()))
            .collect(Collectors.toMap(PortraitRow::dimension, Function.identity()));
    Messages messages = figures.messages();
    PortraitRow overall = own.get(Portrait.OVERALL);
    boolean ranked = overall != null && overall.rank() != null;
    OpenCountRow count = open.getOrDefault(area.areaId(), new OpenCountRow(area.areaId(), 0, 0));
    AreaAlertsRow warned =
        alarmed.getOrDefault(area.areaId(), new AreaAlertsRow(area.areaId(), 0, 0));
    return new Line(
        area.areaId(),
        messages.language() == Language.CHINESE ? area.nameZh() : area.nameEn(),
        messages.textOr("grid-type." + area.gridType(), area.gridType()),
        overall == null || overall.score() == null ? Figures.NONE : overall.grade(),
        score(overall, figures),
        score(own.get("management"), figures),
        score(own.get("service"), figures),
        score(own.get("operation"), figures),
        ranked ? overall.rank() + " / " + overall.peers() : Figures.NONE,
        ranked ? range(overall, messages) : "",
        figures.count(count.open()),
        count.overdue() == 0 ? "" : figures.count(count.overdue()),
        warned.alerts(),
        warned.alarms());
  }

  private static String range(PortraitRow row, Messages messages) {
    return row.rankLower() == null || row.rankUpper() == null
        ? ""
        : messages.text("grids.range", row.rankLower(), row.rankUpper());
  }

  private static String score(PortraitRow row, Figures figures) {
    if (row == null) {
      return figures.messages().text("state.no-data");
    }
    return row.score() == null
        ? figures.messages().text("state.insufficient")
        : figures.number(row.score(), 1);
  }

  private static List<Type> types(CityModel model, String chosen, Messages messages) {
    return model.baseGrids().stream()
        .map(AreaRow::gridType)
        .distinct()
        .map(
            type ->
                new Type(
                    type,
                    messages.textOr("grid-type." + type, type),
                    model.peers(type).size(),
                    type.equals(chosen)))
        .toList();
  }

  private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}

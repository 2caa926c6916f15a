package city.chengmai.dashboard.page.space;

import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.GridMap;
import city.chengmai.dashboard.chart.GridMapRenderer;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LevelMap;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.SpaceQueries.BuildingRow;
import city.chengmai.dashboard.query.SpaceQueries.EnterprisesRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines and map of the page of space. Areas are summed of buildings that tell both areas and tell
 * no more let than there is to let; the others are counted beside them. Shares are of summed areas.
 */
final class SpaceBoard {

  private static final int SHOWN = 40;
  private static final Frame FRAME = Frame.of(HouseTheme.DESK, 620, 520);
  private static final double THOUSAND = 1000;

  /**
   * A share or quotient in words.
   *
   * @param of both counts; empty without a value
   */
  public record Quotient(String text, String of) {}

  /** A grid, or all of them. */
  public record Line(
      String gridId,
      String grid,
      String buildings,
      String vacant,
      Quotient vacancy,
      String tenants,
      String enterprises,
      Quotient density,
      Quotient perLet) {}

  /** A building. */
  public record Tower(
      String id,
      String name,
      String grid,
      String vacant,
      Quotient vacancy,
      String tenants,
      String told) {}

  /** Summed areas of measured buildings, in square metres. */
  private record Sum(long buildings, long unmeasured, double lettable, double let, long tenants) {

    static Sum of(List<BuildingRow> rows) {
      List<BuildingRow> measured = rows.stream().filter(BuildingRow::measured).toList();
      return new Sum(
          rows.size(),
          rows.size() - measured.size(),
          measured.stream().mapToDouble(BuildingRow::lettableArea).sum(),
          measured.stream().mapToDouble(BuildingRow::letArea).sum(),
          measured.stream().mapToLong(BuildingRow::tenants).sum());
    }

    boolean known() {
      return lettable > 0;
    }
  }

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  SpaceBoard(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** Everything together, with what lies in no grid. */
  Line all(List<BuildingRow> buildings, List<EnterprisesRow> enterprises) {
    double area = city.baseGrids().stream().mapToDouble(AreaRow::squareKilometres).sum();
    long firms = enterprises.stream().mapToLong(EnterprisesRow::enterprises).sum();
    return line("", messages.text("space.all"), Sum.of(buildings), firms, area);
  }

  /** Grids with a building or an enterprise, those with most space to let first. */
  List<Line> grids(List<BuildingRow> buildings, List<EnterprisesRow> enterprises) {
    Map<String, List<BuildingRow>> towers =
        buildings.stream().collect(Collectors.groupingBy(BuildingRow::place));
    Map<String, Long> firms =
        enterprises.stream()
            .collect(Collectors.toMap(EnterprisesRow::place, EnterprisesRow::enterprises));
    Map<String, Sum> sums = new HashMap<>();
    city.baseGrids()
        .forEach(
            grid -> sums.put(grid.areaId(), Sum.of(towers.getOrDefault(grid.areaId(), List.of()))));
    return city.baseGrids().stream()
        .filter(grid -> towers.containsKey(grid.areaId()) || firms.containsKey(grid.areaId()))
        .sorted(
            Comparator.comparingDouble(
                    (AreaRow grid) ->
                        sums.get(grid.areaId()).let() - sums.get(grid.areaId()).lettable())
                .thenComparing(AreaRow::areaId))
        .map(
            grid ->
                line(
                    grid.areaId(),
                    city.areaName(grid.areaId(), messages.language()),
                    sums.get(grid.areaId()),
                    firms.getOrDefault(grid.areaId(), 0L),
                    grid.squareKilometres()))
        .toList();
  }

  private Line line(String id, String name, Sum sum, long firms, double squareKilometres) {
    String buildings = figures.count(sum.buildings());
    return new Line(
        id,
        name,
        sum.unmeasured() == 0
            ? buildings
            : messages.text("space.unmeasured", buildings, figures.count(sum.unmeasured())),
        sum.known() ? metres(sum.lettable() - sum.let()) : messages.text("state.no-data"),
        vacancy(sum.known(), sum.lettable(), sum.let()),
        sum.known() ? figures.count(sum.tenants()) : messages.text("state.no-data"),
        figures.count(firms),
        squareKilometres > 0
            ? new Quotient(
                figures.number(firms / squareKilometres, 1),
                messages.text(
                    "space.per-area", figures.count(firms), figures.number(squareKilometres, 3)))
            : new Quotient(messages.text("state.no-data"), ""),
        sum.let() > 0
            ? new Quotient(
                figures.number(THOUSAND * sum.tenants() / sum.let(), 2),
                figures.count(sum.tenants()) + " / " + metres(sum.let()))
            : new Quotient(messages.text("state.no-data"), ""));
  }

  /** The buildings with most space to let. */
  List<Tower> buildings(List<BuildingRow> rows) {
    return rows.stream()
        .filter(BuildingRow::measured)
        .limit(SHOWN)
        .map(
            row ->
                new Tower(
                    row.buildingId(),
                    name(row),
                    city.areaName(row.place(), messages.language()),
                    metres(row.lettableArea() - row.letArea()),
                    vacancy(true, row.lettableArea(), row.letArea()),
                    figures.count(row.tenants()),
                    figures.fullMoment(row.toldAt())))
        .toList();
  }

  /** Vacancy of each grid, with a mark at each building that has space to let. */
  Map<String, Object> map(List<BuildingRow> rows) {
    Map<String, Double> shares = new HashMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(BuildingRow::place))
        .forEach(
            (grid, towers) -> {
              Sum sum = Sum.of(towers);
              if (sum.known() && city.area(grid).filter(CityModel::isBaseGrid).isPresent()) {
                shares.put(grid, (sum.lettable() - sum.let()) / sum.lettable());
              }
            });
    List<GridMap.Mark> marks =
        rows.stream()
            .filter(row -> row.measured() && row.letArea() < row.lettableArea())
            .filter(row -> row.longitude() != null && row.latitude() != null)
            .map(row -> new GridMap.Mark(row.longitude(), row.latitude(), spoken(row)))
            .toList();
    Map<String, Object> model =
        new HashMap<>(
            new LevelMap(
                    map -> new GridMapRenderer().svg(map, FRAME),
                    share -> figures.number(100 * share, 0) + "%")
                .model(messages.text("space.map"), shares, Set.of(), marks, city, figures));
    model.put("marked", figures.count(marks.size()));
    return model;
  }

  private String spoken(BuildingRow row) {
    return messages.text(
        "space.spoken",
        name(row),
        metres(row.lettableArea() - row.letArea()),
        vacancy(true, row.lettableArea(), row.letArea()).text());
  }

  private static String name(BuildingRow row) {
    return row.name().isEmpty() ? row.buildingId() : row.name();
  }

  private Quotient vacancy(boolean known, double lettable, double let) {
    return known
        ? new Quotient(
            figures.percent((lettable - let) / lettable),
            figures.count(Math.round(lettable - let)) + " / " + metres(lettable))
        : new Quotient(messages.text("state.no-data"), "");
  }

  private String metres(double area) {
    return messages.text("space.square-metres", figures.count(Math.round(area)));
  }
}

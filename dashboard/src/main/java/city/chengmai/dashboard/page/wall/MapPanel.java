package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelShape;
import city.chengmai.dashboard.chart.Shade;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.GridPicture;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AreaAlertsRow;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The map of grids by grade. */
final class MapPanel implements WallPanel<MapPanel.Data> {

  /**
   * What the map shows.
   *
   * @param grades letter by grid
   * @param alarmed grids with an open alarm
   * @param asOf data time of the grades; null while there are none
   */
  record Data(Map<String, String> grades, Set<String> alarmed, Instant asOf) {}

  private final PortraitQueries portraits;
  private final AlertQueries alerts;
  private final WallCharts charts;
  private final PanelShape shape;

  MapPanel(PortraitQueries portraits, AlertQueries alerts, WallCharts charts, PanelShape shape) {
    this.portraits = portraits;
    this.alerts = alerts;
    this.charts = charts;
    this.shape = shape;
  }

  @Override
  public String id() {
    return "map";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    List<PortraitRow> overall =
        portraits.portraits(moment.day()).stream()
            .filter(row -> row.dimension().equals("overall"))
            .toList();
    Map<String, String> grades =
        overall.stream().collect(Collectors.toMap(PortraitRow::areaId, PortraitRow::grade));
    Set<String> alarmed =
        alerts.byArea(moment.now()).stream()
            .filter(row -> row.alarms() > 0)
            .map(AreaAlertsRow::areaId)
            .collect(Collectors.toSet());
    Instant asOf = overall.stream().map(PortraitRow::dataAsOf).max(Instant::compareTo).orElse(null);
    return new Data(grades, alarmed, asOf);
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    if (city.baseGrids().isEmpty()) {
      return Map.of("drawing", "", "grades", List.of());
    }
    GridPicture picture = new GridPicture(city, figures.messages());
    return Map.of(
        "drawing", charts.map(picture.map(data.grades(), data.alarmed(), false), shape),
        "overlays", !city.overlays().isEmpty(),
        "grades", List.of("A", "B", "C", "D", "E"),
        "none", Shade.NONE.sign());
  }

  @Override
  public Optional<Instant> productTime(Data data) {
    return Optional.ofNullable(data.asOf());
  }
}

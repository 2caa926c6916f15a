package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelShape;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LevelMap;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AreaAlertsRow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The map of grids by how many alerts stand open in them. */
final class AlertMapPanel implements WallPanel<AlertMapPanel.Data> {

  /** Open alerts by area; areas without any are missing. */
  record Data(List<AreaAlertsRow> areas) {}

  private final AlertQueries alerts;
  private final WallCharts charts;
  private final PanelShape shape;

  AlertMapPanel(AlertQueries alerts, WallCharts charts, PanelShape shape) {
    this.alerts = alerts;
    this.charts = charts;
    this.shape = shape;
  }

  @Override
  public String id() {
    return "levels";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(alerts.byArea(moment.now()));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    return messages.text("panel.map.alerts");
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Map<String, Double> amounts = new HashMap<>();
    city.baseGrids().stream().map(AreaRow::areaId).forEach(grid -> amounts.put(grid, 0.0));
    data.areas().stream()
        .filter(row -> amounts.containsKey(row.areaId()))
        .forEach(row -> amounts.put(row.areaId(), (double) row.alerts()));
    Set<String> alarmed =
        data.areas().stream()
            .filter(row -> row.alarms() > 0)
            .map(AreaAlertsRow::areaId)
            .collect(Collectors.toSet());
    return new LevelMap(map -> charts.map(map, shape), amount -> figures.count(Math.round(amount)))
        .model(heading(city, figures.messages()), amounts, alarmed, city, figures);
  }
}

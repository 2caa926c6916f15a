package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LevelMap;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.AreaValueRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The map of grids by the trailing 30-day value of an indicator. */
final class IndicatorMapPanel implements WallPanel<IndicatorMapPanel.Data> {

  /** Values of the base grids; null where there is too little to say. */
  record Data(List<AreaValueRow> values) {}

  private final WallQueries wall;
  private final WallCharts charts;
  private final PanelPlan plan;
  private final Indicator indicator;

  IndicatorMapPanel(WallQueries wall, WallCharts charts, PanelPlan plan) {
    this.wall = wall;
    this.charts = charts;
    this.plan = plan;
    this.indicator = Catalogue.bundled().indicator(plan.text("indicator"));
  }

  @Override
  public String id() {
    return "levels";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(
        wall.values(indicator.id(), moment.day()).stream()
            .filter(row -> city.area(row.areaId()).filter(CityModel::isBaseGrid).isPresent())
            .toList());
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    return messages.text(
        "panel.map.indicator", LocalText.of(indicator.name(), messages.language()));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Map<String, Double> amounts = new HashMap<>();
    data.values().stream()
        .filter(row -> row.value() != null)
        .forEach(row -> amounts.put(row.areaId(), row.value()));
    int decimals = indicator.unit() == Unit.PERCENT ? 0 : 1;
    return new LevelMap(
            map -> charts.map(map, plan.shape()), amount -> figures.number(amount, decimals))
        .model(heading(city, figures.messages()), amounts, Set.of(), city, figures);
  }

  @Override
  public boolean awaited(Data data) {
    return data.values().isEmpty();
  }

  @Override
  public Optional<Instant> productTime(Data data) {
    return data.values().stream().map(AreaValueRow::dataAsOf).max(Instant::compareTo);
  }
}

package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.SmallCells;
import city.chengmai.dashboard.page.SmallCells.Cell;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.CategoryCountRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people reported most in the last days, today among them. */
final class CategoriesPanel implements WallPanel<CategoriesPanel.Data> {

  /** The categories, most first. */
  record Data(List<CategoryCountRow> categories) {}

  private final WallQueries wall;
  private final WallCharts charts;
  private final PanelPlan plan;
  private final PanelArea area;
  private final SmallCells small;

  CategoriesPanel(WallQueries wall, WallCharts charts, PanelPlan plan, SmallCells small) {
    this.small = small;
    this.wall = wall;
    this.charts = charts;
    this.plan = plan;
    this.area = new PanelArea(plan);
  }

  @Override
  public String id() {
    return "categories";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(
        area.grids(city)
            .map(
                grids ->
                    wall.categories(
                        moment.start(plan.number("days") - 1),
                        moment.now(),
                        plan.number("shown"),
                        grids))
            .orElse(List.of()));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    return area.heading(city, messages, messages.text("panel.categories", plan.number("days")));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    if (data.categories().isEmpty()) {
      return Map.of("drawing", "");
    }
    Messages messages = figures.messages();
    List<Cell> cells =
        small.of(data.categories().stream().map(CategoryCountRow::reported).toList());
    List<RankedBarChart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      CategoryCountRow row = data.categories().get(i);
      String name = city.categoryName(row.category(), messages.language());
      bars.add(
          cells.get(i) == Cell.TOLD
              ? new RankedBarChart.Bar(name, (double) row.reported(), false)
              : new RankedBarChart.Bar(name + "  " + small.sign(cells.get(i)), Double.NaN, false));
    }
    RankedBarChart chart =
        new RankedBarChart(
            Caption.of(heading(city, messages)),
            SmallCounts.format(small, cells, messages),
            bars,
            Optional.empty());
    return Map.of("drawing", charts.chart(chart, plan.shape()));
  }
}

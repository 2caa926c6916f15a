package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.HeatMapChart;
import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.SmallCells;
import city.chengmai.dashboard.page.SmallCells.Cell;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.RhythmRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** When people report: hour by weekday, over whole weeks. */
final class RhythmPanel implements WallPanel<RhythmPanel.Data> {

  private static final int WEEK = 7;
  private static final int HOURS = 24;

  /** Cells that are not empty. */
  record Data(List<RhythmRow> cells) {}

  private final WallQueries wall;
  private final WallCharts charts;
  private final PanelPlan plan;
  private final PanelArea area;
  private final SmallCells small;

  RhythmPanel(WallQueries wall, WallCharts charts, PanelPlan plan, SmallCells small) {
    this.small = small;
    this.wall = wall;
    this.charts = charts;
    this.plan = plan;
    this.area = new PanelArea(plan);
  }

  @Override
  public String id() {
    return "rhythm";
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
                    wall.rhythm(
                        moment.start(WEEK * plan.number("weeks")),
                        moment.start(),
                        moment.zone(),
                        grids))
            .orElse(List.of()));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    return area.heading(city, messages, messages.text("panel.rhythm", plan.number("weeks")));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    if (data.cells().isEmpty()) {
      return Map.of("drawing", "");
    }
    Messages messages = figures.messages();
    List<Cell> cells = small.of(data.cells().stream().map(RhythmRow::reported).toList());
    List<Named> rows = new ArrayList<>();
    for (int weekday = 1; weekday <= WEEK; weekday++) {
      rows.add(new Named(messages.text("weekday." + weekday), row(data, cells, weekday)));
    }
    HeatMapChart chart =
        new HeatMapChart(
            Caption.of(heading(city, messages)),
            SmallCounts.format(small, cells, messages),
            IntStream.range(0, HOURS).mapToObj(h -> String.format(Locale.ROOT, "%02d", h)).toList(),
            rows);
    return Map.of("drawing", charts.chart(chart, plan.shape()));
  }

  private static List<Double> row(Data data, List<Cell> cells, int weekday) {
    List<Double> values = new ArrayList<>(Collections.nCopies(HOURS, 0.0));
    for (int i = 0; i < cells.size(); i++) {
      RhythmRow row = data.cells().get(i);
      if (row.weekday() == weekday) {
        values.set(row.hour(), cells.get(i) == Cell.TOLD ? (double) row.reported() : Double.NaN);
      }
    }
    return values;
  }
}

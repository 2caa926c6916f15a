package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.SmallCells;
import city.chengmai.dashboard.page.SmallCells.Cell;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.TrendRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Cases reported and closed on each of the last whole days. */
final class TrendPanel implements WallPanel<TrendPanel.Data> {

  /**
   * What the lines show.
   *
   * @param days without gaps from the first day that has any case
   */
  record Data(List<TrendRow> days) {}

  private final WallQueries wall;
  private final WallCharts charts;
  private final PanelPlan plan;
  private final PanelArea area;
  private final SmallCells small;

  TrendPanel(WallQueries wall, WallCharts charts, PanelPlan plan, SmallCells small) {
    this.small = small;
    this.wall = wall;
    this.charts = charts;
    this.plan = plan;
    this.area = new PanelArea(plan);
  }

  @Override
  public String id() {
    return "trend";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    // The day under way would end each line with a fall that is none.
    LocalDate last = moment.historical() ? moment.day() : moment.day().minusDays(1);
    LocalDate first = last.minusDays(plan.number("days") - 1L);
    Instant start = first.atStartOfDay(moment.zone()).toInstant();
    List<TrendRow> rows =
        area
            .grids(city)
            .map(grids -> wall.trend(start, moment.now(), moment.zone(), grids))
            .orElse(List.of())
            .stream()
            .filter(row -> !row.day().isAfter(last))
            .toList();
    return new Data(rows.isEmpty() ? rows : withoutGaps(rows, last));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    return area.heading(city, messages, messages.text("panel.trend", plan.number("days")));
  }

  private static List<TrendRow> withoutGaps(List<TrendRow> rows, LocalDate last) {
    Map<LocalDate, TrendRow> byDay = new HashMap<>();
    rows.forEach(row -> byDay.put(row.day(), row));
    List<TrendRow> days = new ArrayList<>();
    LocalDate first = rows.get(0).day();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(byDay.getOrDefault(day, new TrendRow(day, 0, 0)));
    }
    return days;
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    if (data.days().isEmpty()) {
      return Map.of("drawing", "");
    }
    Messages messages = figures.messages();
    List<Cell> reported = cells(data, TrendRow::reported);
    List<Cell> closed = cells(data, TrendRow::closed);
    List<Cell> all = new ArrayList<>(reported);
    all.addAll(closed);
    LineChart chart =
        LineChart.of(
            Caption.of(heading(city, messages)),
            SmallCounts.format(small, all, messages),
            figures.zone(),
            List.of(
                new Series(
                    messages.text("trend.reported"),
                    values(data, figures, reported, TrendRow::reported)),
                new Series(
                    messages.text("trend.closed"),
                    values(data, figures, closed, TrendRow::closed))));
    return Map.of("drawing", charts.chart(chart, plan.shape()));
  }

  private List<Cell> cells(Data data, ToLongFunction<TrendRow> value) {
    return small.of(data.days().stream().mapToLong(value).boxed().toList());
  }

  private static List<TimedValue> values(
      Data data, Figures figures, List<Cell> cells, ToLongFunction<TrendRow> value) {
    List<TimedValue> values = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      TrendRow row = data.days().get(i);
      values.add(
          new TimedValue(
              row.day().atStartOfDay(figures.zone()).toInstant(),
              cells.get(i) == Cell.TOLD ? (double) value.applyAsLong(row) : Double.NaN));
    }
    return values;
  }
}

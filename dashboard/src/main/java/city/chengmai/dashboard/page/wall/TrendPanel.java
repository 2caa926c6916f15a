package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
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

  TrendPanel(WallQueries wall, WallCharts charts, PanelPlan plan) {
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
    LineChart chart =
        LineChart.of(
            Caption.of(heading(city, messages)),
            ValueFormat.count(messages.text("unit.cases")),
            figures.zone(),
            List.of(
                series(messages.text("trend.reported"), data, figures, TrendRow::reported),
                series(messages.text("trend.closed"), data, figures, TrendRow::closed)));
    return Map.of("drawing", charts.chart(chart, plan.shape()));
  }

  private static Series series(
      String name, Data data, Figures figures, ToLongFunction<TrendRow> value) {
    return new Series(
        name,
        data.days().stream()
            .map(
                row ->
                    new TimedValue(
                        row.day().atStartOfDay(figures.zone()).toInstant(),
                        (double) value.applyAsLong(row)))
            .toList());
  }
}

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
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.CourseRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The course of an indicator's trailing 30-day value in the city or an area. */
final class IndicatorTrendPanel implements WallPanel<IndicatorTrendPanel.Data> {

  /** Values by day; a day without one breaks the line. */
  record Data(List<CourseRow> days) {}

  private final WallQueries wall;
  private final WallCharts charts;
  private final PanelPlan plan;
  private final PanelArea area;
  private final Indicator indicator;

  IndicatorTrendPanel(WallQueries wall, WallCharts charts, PanelPlan plan) {
    this.wall = wall;
    this.charts = charts;
    this.plan = plan;
    this.area = new PanelArea(plan);
    this.indicator = Catalogue.bundled().indicator(plan.text("indicator"));
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
    return new Data(
        wall.course(
            area.idIn(city),
            indicator.id(),
            moment.day().minusDays(plan.number("days")),
            moment.day()));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    String name = LocalText.of(indicator.name(), messages.language());
    return area.heading(city, messages, messages.text("panel.course", name, plan.number("days")));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    if (data.days().stream().allMatch(row -> row.value() == null)) {
      return Map.of("drawing", "");
    }
    String name = LocalText.of(indicator.name(), figures.messages().language());
    List<TimedValue> points =
        data.days().stream()
            .map(
                row ->
                    new TimedValue(
                        row.day().atStartOfDay(figures.zone()).toInstant(),
                        row.value() == null ? Double.NaN : row.value()))
            .toList();
    LineChart chart =
        LineChart.of(
            Caption.of(heading(city, figures.messages())),
            ValueFormat.decimal(1, indicator.unit() == Unit.PERCENT ? "%" : ""),
            figures.zone(),
            List.of(new Series(name, points)));
    return Map.of("drawing", charts.chart(chart, plan.shape()));
  }

  @Override
  public boolean awaited(Data data) {
    return data.days().isEmpty();
  }

  @Override
  public Optional<Instant> productTime(Data data) {
    return data.days().stream().map(CourseRow::dataAsOf).max(Instant::compareTo);
  }
}

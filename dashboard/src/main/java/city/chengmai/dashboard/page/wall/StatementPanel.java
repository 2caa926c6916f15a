package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chart of a kept statement, or its first rows, asked anew each so many minutes. */
final class StatementPanel implements WallPanel<StatementPanel.Data> {

  private static final int ROW_HEIGHT = 32;

  /** What the statement answered. */
  record Data(StatementSource.Answer answer) {}

  private final StatementSource source;
  private final WallCharts charts;
  private final PanelPlan plan;

  StatementPanel(StatementSource source, WallCharts charts, PanelPlan plan) {
    this.source = source;
    this.charts = charts;
    this.plan = plan;
  }

  @Override
  public String id() {
    return "statement";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofMinutes(plan.number("minutes")));
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(source.ask(plan.text("query"), plan.number("edition")));
  }

  @Override
  public String heading(CityModel city, Messages messages) {
    return messages.text("panel.statement");
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Optional<Chart> chart = data.answer().chart(figures.zone(), figures.messages());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", data.answer().name());
    model.put("drawing", chart.map(one -> charts.chart(one, plan.shape())).orElse(""));
    model.put("columns", data.answer().columns());
    model.put("rows", chart.isPresent() ? List.of() : data.answer().rows(rows()));
    model.put("truncated", data.answer().truncated());
    return model;
  }

  /** As many as fit below the heads of the columns. */
  private int rows() {
    return Math.max(1, plan.shape().height() / ROW_HEIGHT - 1);
  }
}

package city.chengmai.dashboard.page.campaign;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.Target;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.query.CampaignQueries.EffectRow;
import city.chengmai.dashboard.query.CampaignQueries.GapRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws benchmarks and interventions. */
final class CampaignCharts {

  private static final int WIDE = 1160;
  private static final int HALF = 560;
  private static final int HEIGHT = 250;
  private static final int BAR = 34;
  private static final double HUNDRED = 100;
  private static final int SHOWN_FORECAST_DAYS = 366;

  private CampaignCharts() {}

  /** How much of each target is reached, as a share, whichever way is better. */
  static ChartPair overview(List<GapRow> gaps, GapView view, Figures figures) {
    Messages messages = figures.messages();
    List<RankedBarChart.Bar> bars =
        gaps.stream()
            .filter(row -> row.value() != null && row.target() != null)
            .map(
                row ->
                    new RankedBarChart.Bar(
                        view.pick(row.domainZh(), row.domainEn()), reached(row, view), false))
            .toList();
    if (bars.isEmpty()) {
      return ChartPair.NOTHING;
    }
    int height = 60 + bars.size() * BAR;
    return ChartPair.of(
        new RankedBarChart(
            Caption.of(messages.text("campaigns.overview")),
            ValueFormat.percent(0),
            bars,
            Optional.of(new Target(messages.text("campaigns.target"), 1))),
        WIDE,
        height,
        height);
  }

  private static double reached(GapRow row, GapView view) {
    double share =
        view.lowerIsBetter(row) ? row.target() / row.value() : row.value() / row.target();
    return Double.isFinite(share) ? share : 1;
  }

  /** The windows, the target, and the line to it where it is met within a year. */
  static ChartPair pace(GapRow row, GapView view, Figures figures) {
    if (row.windowDays().size() < 2 || row.target() == null) {
      return ChartPair.NOTHING;
    }
    Messages messages = figures.messages();
    double unit = view.percent(row) ? HUNDRED : 1;
    List<TimedValue> points = new ArrayList<>();
    for (int i = 0; i < row.windowDays().size(); i++) {
      points.add(at(row.windowDays().get(i), row.windowValues().get(i) / unit, figures));
    }
    LineChart chart =
        LineChart.of(
                Caption.of(view.indicator(row)),
                view.percent(row) ? ValueFormat.percent(0) : ValueFormat.decimal(1, ""),
                figures.zone(),
                List.of(new Series(messages.text("gap.window." + row.window()), points)))
            .withTarget(new Target(messages.text("campaigns.target"), row.target() / unit));
    return ChartPair.of(ahead(chart, row, unit, figures), HALF, HEIGHT, HEIGHT);
  }

  private static LineChart ahead(LineChart chart, GapRow row, double unit, Figures figures) {
    if (row.closesOn() == null
        || row.value() == null
        || row.closesOn().isAfter(row.day().plusDays(SHOWN_FORECAST_DAYS))
        || !row.closesOn().isAfter(row.day())) {
      return chart;
    }
    return chart.withPrevious(
        new Series(
            figures.messages().text("campaigns.at-this-pace"),
            List.of(
                at(row.day(), row.value() / unit, figures),
                at(row.closesOn(), row.target() / unit, figures))));
  }

  /** Counts by day beside what the baseline leads one to expect. */
  static ChartPair effect(EffectRow row, Figures figures) {
    if (row.days().size() < 2 || row.expected().size() != row.days().size()) {
      return ChartPair.NOTHING;
    }
    Messages messages = figures.messages();
    List<TimedValue> before = new ArrayList<>();
    List<TimedValue> after = new ArrayList<>();
    List<TimedValue> expected = new ArrayList<>();
    for (int i = 0; i < row.days().size(); i++) {
      LocalDate day = row.days().get(i);
      TimedValue count = at(day, row.counts().get(i), figures);
      (day.isBefore(row.startDay()) ? before : after).add(count);
      expected.add(at(day, row.expected().get(i), figures));
    }
    LineChart chart =
        LineChart.of(
                Caption.of(messages.text("effect.chart")),
                ValueFormat.count(messages.text("effect.unit." + row.source())),
                figures.zone(),
                List.of(
                    new Series(messages.text("effect.before"), before),
                    new Series(messages.text("effect.after"), after)))
            .withPrevious(new Series(messages.text("effect.expected"), expected));
    return ChartPair.of(chart, HALF, HEIGHT, HEIGHT);
  }

  private static TimedValue at(LocalDate day, double value, Figures figures) {
    Instant moment = day.atStartOfDay(figures.zone()).toInstant();
    return new TimedValue(moment, value);
  }
}
